import type { Hop, Reading, Span } from '../../../../../src/model.ts'
import type { Marked } from './segments.ts'

/** What is underlined in a report, in the order of its keys 1 to 5. */
export const MARK_KINDS = ['figure', 'time', 'place', 'actor', 'source'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A mention as it is underlined; `id` is its id in the reading, where it has one. */
export interface Mark {
  kind: MarkKind
  id: string | null
}

/** Every mention of a reading that can be underlined, in the order of the text; a source that several statements name comes once. */
export function marksOf({ report, mentions, statements, claims }: Reading): Marked<Mark>[] {
  const of = (kind: MarkKind, list: readonly (Span & { id: string })[]): Marked<Mark>[] =>
    list.map(({ id, start, end }) => ({ start, end, note: { kind, id } }))
  const hops = [...statements, ...claims].flatMap(({ chain }) => chain)
  return [
    ...of('figure', mentions.quantities),
    ...of('time', mentions.times),
    ...of('place', mentions.places),
    ...of('actor', mentions.actors),
    ...sourcesOf([...hops, ...report.credits.map(({ span }) => span)]),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}

function sourcesOf(spans: readonly Span[]): Marked<Mark>[] {
  const once = new Map(spans.map(({ start, end }) => [`${start}-${end}`, { start, end, note: { kind: 'source' as const, id: null } }]))
  return [...once.values()]
}

/** What a span is to the claim that is looked at; `target` is what a link led to, `hop` the source of the chain under the pointer. */
export type LitRole = 'evidence' | 'scope' | 'figure' | 'source' | 'cue' | 'target' | 'hop'

/** Spans of a reading's text that a claim rests on: its sentence, its figure, and of its chain each source, each cue, and the scope. */
export function litBy(reading: Reading, id: string): Marked<LitRole>[] {
  const claim = reading.claims.find((one) => one.id === id)
  if (!claim) return []
  const figure = reading.mentions.quantities.find((quantity) => quantity.id === claim.figure)
  const lit = (span: Span | undefined, note: LitRole): Marked<LitRole>[] => (span ? [{ start: span.start, end: span.end, note }] : [])
  return [
    ...lit(claim.evidence, 'evidence'),
    ...scopesOf(reading, claim).flatMap((scope) => lit(scope, 'scope')),
    ...lit(figure, 'figure'),
    ...claim.chain.flatMap((hop) => [...lit(hop, 'source'), ...lit(hop.cue, 'cue')]),
  ]
}

/** The statements with the claim's own chain that its sentence stands in. */
function scopesOf({ statements }: Reading, { chain, evidence }: Reading['claims'][number]): Span[] {
  const own = wayOf(chain)
  return own === ''
    ? []
    : statements.filter(({ start, end, chain: other }) => start < evidence.end && end > evidence.start && wayOf(other) === own)
}

const wayOf = (chain: readonly Hop[]): string => chain.map(({ start, end }) => `${start}-${end}`).join(' ')
