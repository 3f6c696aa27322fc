/** Things kept by name, the least recently used of which go when they weigh too much. */
export interface Cache<T> {
  get(name: string): T | undefined
  set(name: string, thing: T, weight?: number): T
  clear(): void
}

/** @example makeCache<string>(16).set('a', 'kept') // 'kept' */
export function makeCache<T>(limit: number): Cache<T> {
  const kept = new Map<string, { thing: T; weight: number }>()
  let weighs = 0
  const drop = (name: string): void => {
    weighs -= kept.get(name)?.weight ?? 0
    kept.delete(name)
  }
  return {
    get: (name) => {
      const found = kept.get(name)
      if (!found) return undefined
      kept.delete(name)
      kept.set(name, found)
      return found.thing
    },
    set: (name, thing, weight = 1) => {
      drop(name)
      kept.set(name, { thing, weight })
      weighs += weight
      while (weighs > limit && kept.size > 1) drop(kept.keys().next().value!)
      return thing
    },
    clear: () => {
      kept.clear()
      weighs = 0
    },
  }
}
