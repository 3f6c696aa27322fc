/** Groups that grow together: union-find over positions 0 to size - 1. */
export interface Groups {
  join(a: number, b: number): void
  /** The groups, each in ascending order, by their first member. */
  all(): number[][]
}

/** @example const groups = makeGroups(3); groups.join(0, 2); groups.all() // [[0, 2], [1]] */
export function makeGroups(size: number): Groups {
  const parent = Int32Array.from({ length: size }, (_, i) => i)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!
    return top
  }
  return {
    join: (a, b) => {
      const [one, other] = [root(a), root(b)]
      parent[Math.max(one, other)] = Math.min(one, other)
    },
    all: () => [...Map.groupBy(parent.keys(), root).values()],
  }
}
