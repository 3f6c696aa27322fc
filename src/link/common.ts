/** Who stands under a fingerprint: hash of the outlet (0 unknown) and hash of what the report is most about. */
export interface Standing {
  outlet: number
  story: number
}

/** Stories of one outlet that must carry a run of words for it to be what the outlet prints under everything. */
const OF_ONE_OUTLET = 5
/** Stories of any outlets that must carry it for it to be a formula of the language or of a beat. */
const OF_ALL = 20

/**
 * Whether a run of words is boilerplate: many unrelated reports of one outlet carry it, or very many of all.
 * It depends on the set of reports alone, and once true stays true as the set grows.
 */
export function isBoilerplate(standing: readonly Standing[]): boolean {
  if (standing.length < OF_ONE_OUTLET) return false
  if (new Set(standing.map((one) => one.story)).size >= OF_ALL) return true
  const stories = new Map<number, Set<number>>()
  for (const { outlet, story } of standing) if (outlet !== 0) stories.set(outlet, (stories.get(outlet) ?? new Set()).add(story))
  return [...stories.values()].some((own) => own.size >= OF_ONE_OUTLET)
}
