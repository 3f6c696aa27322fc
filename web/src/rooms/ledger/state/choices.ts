import { type Filters, MANY, type Many, SWITCHES, type Switch } from './state.ts'

/** One thing that narrows the list: a chip that can be taken away. */
export type Choice =
  | { kind: 'value'; name: Many; value: string }
  | { kind: 'switch'; name: Switch }
  | { kind: 'days'; from: string | null; to: string | null }
  | { kind: 'bounds'; min: number | null; max: number | null }
  | { kind: 'words'; q: string }

/** What is chosen, in the order of the rail. */
export function choicesOf(filters: Filters): Choice[] {
  const { q, from, to, min, max } = filters
  return [
    ...(q.trim() === '' ? [] : [{ kind: 'words', q: q.trim() } as const]),
    ...SWITCHES.filter((name) => filters[name]).map((name) => ({ kind: 'switch', name }) as const),
    ...MANY.flatMap((name) => filters[name].map((value) => ({ kind: 'value', name, value }) as const)),
    ...(from === null && to === null ? [] : [{ kind: 'days', from, to } as const]),
    ...(min === null && max === null ? [] : [{ kind: 'bounds', min, max } as const]),
  ]
}

/** The filters without one of the choices. */
export function without(filters: Filters, choice: Choice): Filters {
  if (choice.kind === 'words') return { ...filters, q: '' }
  if (choice.kind === 'switch') return { ...filters, [choice.name]: false }
  if (choice.kind === 'days') return { ...filters, from: null, to: null }
  if (choice.kind === 'bounds') return { ...filters, min: null, max: null }
  return { ...filters, [choice.name]: filters[choice.name].filter((value) => value !== choice.value) }
}

/** A facet's choice with a value put in, or taken out where it was in. */
export const toggled = (filters: Filters, name: Many, value: string): Filters =>
  filters[name].includes(value) ? without(filters, { kind: 'value', name, value }) : { ...filters, [name]: [...filters[name], value] }

/** Whole groups that may be loosened where nothing is found: a facet is loosened as one, since its values widen each other. */
export function groupsOf(filters: Filters): { choices: Choice[]; loosened: Filters }[] {
  const choices = choicesOf(filters)
  const single = choices.filter((choice) => choice.kind !== 'value').map((choice) => [choice])
  const facets = MANY.map((name) => choices.filter((choice) => choice.kind === 'value' && choice.name === name))
  return [...single, ...facets.filter((group) => group.length > 0)].map((group) => ({
    choices: group,
    loosened: group.reduce(without, filters),
  }))
}
