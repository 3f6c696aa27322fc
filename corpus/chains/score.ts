import { readStatements } from '../../src/claim/chains/index.ts'
import { chainAt } from '../../src/claim/events/chain.ts'
import type { Hop, Report, Statement, Warning } from '../../src/model.ts'
import { read } from '../../src/read/index.ts'
import { fold } from '../../src/text/fold.ts'
import type { ChainCase } from './load.ts'

/** What the reader made of one case. */
export interface Outcome {
  right: number
  stretches: number
  hops: number
  invented: number
  /** One line for everything that is wrong. */
  wrong: string[]
}

/** Reads a case with the real reader and compares every stretch's chain. */
export function scoreCase(one: ChainCase): Outcome {
  const { text, statements, warnings } = readCase(one)
  const outcome: Outcome = { right: 0, stretches: one.says.length, hops: 0, invented: 0, wrong: [] }
  const from = one.title?.length ?? 0
  one.says.forEach(([words, ...expected], i) => {
    const inBody = text.indexOf(words!, from)
    const at = inBody >= 0 ? inBody : text.indexOf(words!)
    if (at < 0) throw new Error(`${one.topic}: ${one.about}: the text has no '${words}'`)
    compare(one, chainAt(statements, at), { words: words!, expected, act: one.acts?.[i] }, outcome)
  })
  if (one.warns && !warnings.some(({ code }) => code === one.warns))
    outcome.wrong.push(`${one.topic}/${one.about}: no warning ${one.warns}`)
  return outcome
}

interface Expectation {
  words: string
  expected: string[]
  act: string | undefined
}

function compare(one: ChainCase, chain: readonly Hop[], { words, expected, act }: Expectation, outcome: Outcome): void {
  outcome.hops += chain.length
  outcome.invented += chain.filter((hop) => !expected.some((naming) => sameName(naming, hop))).length
  const right = chain.length === expected.length && expected.every((naming, i) => isNaming(naming, chain[i]!))
  const actRight = act === undefined || chain.at(-1)?.act === act
  if (right && actRight) outcome.right++
  else
    outcome.wrong.push(
      `${one.topic}/${one.about}: '${words}' wanted ${show(expected)}${act ? ` ${act}` : ''} got ${show(chain.map(written))} ${chain.at(-1)?.act ?? ''}`,
    )
}

const show = (namings: readonly string[]): string => `[${namings.join(' ← ')}]`
const written = (hop: Hop): string => (hop.named ? hop.text : `~${hop.text}`)
const plain = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
const isNaming = (naming: string, hop: Hop): boolean => sameName(naming, hop) && naming.startsWith('~') === !hop.named
const sameName = (naming: string, hop: Hop): boolean => naming.split('|').some((name) => plain(name) === plain(hop.text))

/** The statements of a case, read as a report of its title and text. */
export function readCase({ title, text: body }: Pick<ChainCase, 'title' | 'text'>): {
  text: string
  statements: Statement[]
  warnings: Warning[]
} {
  const text = (title ?? '') + body
  const report = reportOf(text, title?.length ?? 0)
  const { document, terms, mentions } = read(report)
  return { text, ...readStatements(document, terms, mentions) }
}

const reportOf = (text: string, titleEnd: number): Report => ({
  id: 'sha256:corpus',
  source: { mediaType: 'text/plain' },
  title: titleEnd > 0 ? text.slice(0, titleEnd).trim() : null,
  outlet: null,
  credits: [],
  byline: null,
  published: { edtf: '2024-11-20', basis: 'given' },
  updated: null,
  language: 'ar',
  text,
  blocks: [
    ...(titleEnd > 0 ? [{ kind: 'title' as const, start: 0, end: titleEnd }] : []),
    { kind: 'body', start: titleEnd, end: text.length },
  ],
})
