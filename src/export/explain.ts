import type { Block, Hop, Reading, Span } from '../model.ts'
import { figureView, formatBounds } from './figures.ts'
import { type Lang, labels } from './messages/index.ts'

/** Kinds of things that are read off a report, in the order in which they are explained. */
export const EXPLAINED = ['quantities', 'times', 'places', 'actors', 'statements', 'claims'] as const
export type Explained = (typeof EXPLAINED)[number]

/** What is told of one thing at an offset. */
export interface Account extends Span {
  /** What it was read as, in words of the language asked for; names and ids as they are. */
  facts: string[]
  /** From the outlet towards the origin; empty where the outlet says so itself, undefined where nothing is said. */
  chain?: readonly Hop[]
  /** Names of the rules that made it. */
  why: readonly string[]
}

/** What was read off one place of a report. */
export interface Explanation {
  at: number
  /** Line of the text that holds the place. */
  line: Span
  block: Block | undefined
  groups: { kind: Explained; items: Account[] }[]
}

/**
 * Everything that was read off one offset of a report's text, and by which rules.
 *
 * @param at UTF-16 offset into `reading.report.text`
 * @example explain(reading, 1042, 'en').groups.find(({ kind }) => kind === 'claims')?.items[0]?.why
 */
export function explain(reading: Reading, at: number, lang: Lang): Explanation {
  const { text, blocks } = reading.report
  const groups = EXPLAINED.map((kind) => ({ kind, items: accounts(reading, kind, lang).filter((one) => holds(one, at)) }))
  return {
    at,
    line: lineAt(text, at),
    block: blocks.find((block) => holds(block, at)),
    groups: groups.filter(({ items }) => items.length > 0),
  }
}

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end

function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

const account = ({ start, end }: Span, facts: readonly (string | undefined)[], why: readonly string[] | undefined): Account => ({
  start,
  end,
  facts: facts.flatMap((fact) => (fact ? [fact] : [])),
  why: why ?? [],
})

function accounts({ report, mentions, statements, claims }: Reading, kind: Explained, lang: Lang): Account[] {
  const t = labels(lang)
  const all: Record<Explained, () => Account[]> = {
    quantities: () =>
      mentions.quantities.map((q) =>
        account(q, [q.id, formatBounds(figureView(report, q), lang, t), q.modifier, q.unit, q.counted?.of], q.why),
      ),
    times: () =>
      mentions.times.map((m) => account(m, [m.id, m.edtf ?? JSON.stringify(m.relative ?? null), m.basis, m.modifier, m.part], m.why)),
    places: () => mentions.places.map((m) => account(m, [m.id, m.name, m.place, m.kind, `${m.lat}, ${m.lon}`], m.why)),
    actors: () =>
      mentions.actors.map((m) => account(m, [m.id, m.name, m.actor, m.type, m.private ? 'private' : '', m.loaded ? 'loaded' : ''], m.why)),
    statements: () => statements.map((s) => ({ ...account(s, [s.id], s.why), chain: s.chain })),
    claims: () =>
      claims.map((c) => ({
        ...account(c.evidence, [c.id, t(`type.${c.type}`), t(`modality.${c.modality}`), c.figure, ...roles(c.roles)], c.why),
        chain: c.chain,
      })),
  }
  return all[kind]()
}

const roles = (all: object): string[] => Object.entries(all).map(([role, id]) => `${role}=${id}`)
