import type { Actor, Block, Claim, Counted, Finding, Hop, Link, Place, Quantity, Reading, Span, Time } from '../../model.ts'
import { Reading as ReadingSchema, RULES_VERSION } from '../../model.ts'

/* Readings written by hand: everything is named by the words it stands in, spans are looked up. */

/** Words of the text; `nth` (from 1) says which occurrence. */
export type At = string | { at: string; nth: number }

export interface ReadingDraft {
  path: string
  text: string
  title?: string
  outlet?: string
  published?: string
  credits?: string[]
  blocks?: { kind: Block['kind']; at: At; repeats?: number }[]
  quantities?: Record<
    string,
    { at: At; counted?: Partial<Omit<Counted, 'start' | 'end' | 'text'>> & { at: string }; per?: string } & Omit<
      Partial<Quantity>,
      'counted' | 'per'
    >
  >
  times?: Record<string, { at: At } & Partial<Time>>
  places?: Record<string, { at: At } & Pick<Place, 'place' | 'name' | 'kind'>>
  actors?: Record<string, { at: At } & Omit<Partial<Actor>, 'id'> & Pick<Actor, 'type'>>
  claims?: (Omit<Partial<Claim>, 'chain' | 'evidence'> &
    Pick<Claim, 'type'> & { in: At; chain?: { at: At; act?: Hop['act']; actor?: string; named?: boolean }[] })[]
  findings?: (Omit<Finding, 'evidence'> & { evidence: At[] })[]
}

/** Where words stand in a text. @throws Error where they do not. */
export function spanOf(text: string, at: At): Span {
  const { at: words, nth } = typeof at === 'string' ? { at, nth: 1 } : at
  let start = -1
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`“${words}” (${nth}) is not in the text`)
  }
  return { start, end: start + words.length }
}

/** Makes a reading of a draft and checks it against the contract. */
export function makeReading(draft: ReadingDraft): Reading {
  const { text } = draft
  const reading: Reading = {
    schema: 'isnad.reading/1',
    rules: RULES_VERSION,
    report: {
      id: `sha256:${Buffer.from(draft.path).toString('hex').padEnd(64, '0').slice(0, 64)}`,
      source: { path: draft.path, mediaType: 'text/plain', retrievedAt: '2031-06-01T08:00:00Z' },
      title: draft.title ?? null,
      outlet: draft.outlet ? { name: draft.outlet } : null,
      credits: (draft.credits ?? []).map((credit) => ({ text: credit, span: spanOf(text, credit) })),
      byline: null,
      published: draft.published ? { edtf: draft.published, basis: 'dateline' } : null,
      updated: null,
      language: 'ar',
      text,
      blocks: blocksOf(draft),
    },
    mentions: {
      quantities: entries(draft.quantities).map(([id, q]) => quantity(text, id, q)),
      times: entries(draft.times).map(([id, { at, ...t }]) => ({ id, edtf: null, basis: 'absolute' as const, ...t, ...spanOf(text, at) })),
      places: entries(draft.places).map(([id, { at, ...p }]) => ({ id, lat: 0, lon: 0, ...p, ...spanOf(text, at) })),
      actors: entries(draft.actors).map(([id, { at, ...a }]) => ({
        id,
        name: typeof at === 'string' ? at : at.at,
        ...a,
        ...spanOf(text, at),
      })),
    },
    statements: [],
    claims: (draft.claims ?? []).map((claim, i) => claimOf(text, `c${i + 1}`, claim, draft.outlet)),
    findings: (draft.findings ?? []).map((f) => ({ ...f, evidence: f.evidence.map((at) => spanOf(text, at)) })),
    warnings: [],
  }
  return ReadingSchema.parse(reading)
}

const entries = <T>(record: Record<string, T> | undefined): [string, T][] => Object.entries(record ?? {})

function blocksOf({ text, title, blocks = [] }: ReadingDraft): Block[] {
  const marked = [
    ...(title ? [{ kind: 'title' as const, ...spanOf(text, title) }] : []),
    ...blocks.map(({ kind, at, repeats }) => ({ kind, ...spanOf(text, at), ...(repeats === undefined ? {} : { repeats }) })),
  ].sort((a, b) => a.start - b.start)
  const out: Block[] = []
  let at = 0
  for (const block of marked) {
    if (block.start > at) out.push({ kind: 'body', start: at, end: block.start })
    out.push(block)
    at = block.end
  }
  if (at < text.length) out.push({ kind: 'body', start: at, end: text.length })
  return out
}

function quantity(text: string, id: string, { at, counted, per, ...q }: NonNullable<ReadingDraft['quantities']>[string]): Quantity {
  const span = spanOf(text, at)
  const head = counted ? countedOf(text, span, counted) : undefined
  return {
    id,
    min: null,
    max: null,
    modifier: 'exact',
    unit: 'person',
    ...q,
    ...span,
    ...(head ? { counted: head } : {}),
    ...(per ? { per: spanOf(text, per) } : {}),
  }
}

function countedOf(text: string, within: Span, { at, ...rest }: { at: string } & Partial<Counted>): Counted {
  const start = text.indexOf(at, within.start)
  return { of: 'people', ...rest, text: at, start, end: start + at.length }
}

function claimOf(
  text: string,
  id: string,
  { in: at, chain = [], ...claim }: NonNullable<ReadingDraft['claims']>[number],
  outlet?: string,
): Claim {
  const hops: Hop[] = chain.map(({ at: words, act = 'say', named = true, actor }) => ({
    ...spanOf(text, words),
    text: typeof words === 'string' ? words : words.at,
    act,
    named,
    ...(actor ? { actor } : {}),
  }))
  const last = hops.findLast((hop) => hop.named)
  const origin = last ? { name: last.text, ...(last.actor ? { actor: last.actor } : {}) } : outlet ? { name: outlet } : null
  return { id, modality: 'actual', roles: {}, origin, why: ['by-hand'], ...claim, chain: hops, evidence: spanOf(text, at) }
}

/** A comparison between two figures, named by report and words. */
export function compare(a: [Reading, At], b: [Reading, At], rest: Omit<Extract<Link, { kind: 'comparison' }>, 'kind' | 'a' | 'b'>): Link {
  const end = ([reading, at]: [Reading, At]) => ({ path: reading.report.source.path!, ...spanOf(reading.report.text, at) })
  return { kind: 'comparison', a: end(a), b: end(b), ...rest }
}
