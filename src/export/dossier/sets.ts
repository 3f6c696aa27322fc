/** Groups that only grow: joined numbers have the same first member. */
export interface DisjointSets {
  join: (a: number, b: number) => void
  /** The smallest member of the group that a number is in. */
  first: (member: number) => number
}

/**
 * Disjoint sets over 0..size-1, each known by its smallest member, so that the order of joining changes nothing.
 *
 * @example const sets = disjointSets(3); sets.join(2, 1); sets.first(2) // 1
 */
export function disjointSets(size: number): DisjointSets {
  const parent = Array.from({ length: size }, (_, i) => i)
  const first = (member: number): number => {
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [first(a), first(b)].sort((x, y) => x - y) as [number, number]
    parent[high] = low
  }
  return { join, first }
}
