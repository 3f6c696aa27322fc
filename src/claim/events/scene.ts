import type { Term, Terms } from '../../lang/annotate.ts'
import type { Actor, Mentions, Place, Quantity, Report, Span, Statement, Time } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import { batchHits } from './batches.ts'
import { type Clause, splitClauses } from './clauses.ts'
import { type Hit, readHits } from './hits.ts'
import { Marks, readMarks } from './marks.ts'
import { settingsOf } from './settings.ts'

/** A mention with the tokens it stands on (inclusive), its sentence and its clause. */
export interface Placed<T> {
  mention: T
  first: number
  last: number
  sentence: number
  clause: number
}

/** A report laid out for the event reader: every token knows its clause, its marks and the events it may stand for. */
export interface Scene {
  report: Report
  document: Document
  terms: Terms
  statements: readonly Statement[]
  marks: Uint32Array
  clauses: Clause[]
  /** Clause of each token. */
  clauseOf: Int32Array
  hits: Hit[]
  /** The hits of each sentence. */
  hitsBy: (readonly Hit[])[]
  figures: Placed<Quantity>[]
  times: Placed<Time>[]
  places: Placed<Place>[]
  actors: Placed<Actor>[]
  /** Actors, and countries named where a party is named, in the order of the text. */
  parties: Placed<Actor>[]
  /** The places at which something can have happened. */
  settings: Placed<Place>[]
  /** Mentions of each sentence, in order. */
  by: {
    actors: Placed<Actor>[][]
    figures: Placed<Quantity>[][]
    parties: Placed<Actor>[][]
    places: Placed<Place>[][]
    settings: Placed<Place>[][]
    times: Placed<Time>[][]
  }
}

/** What the claim stage reads from. */
export interface Reading {
  document: Document
  terms: Terms
  mentions: Mentions
}

/** Lays a report out for the event reader, in a few passes over its tokens. */
export function makeScene(report: Report, { document, terms, mentions }: Reading, statements: readonly Statement[]): Scene {
  const marks = readMarks(document, terms)
  const { clauses, clauseOf } = splitClauses(document, marks)
  const place = <T extends Span>(items: readonly T[]): Placed<T>[] => placeMentions(document, clauseOf, items)
  const figures = place(mentions.quantities)
  for (const figure of figures)
    for (let i = figure.first; i <= figure.last; i++)
      marks[i]! |= figure.mention.unit === 'person' ? Marks.figure | Marks.person | Marks.people : Marks.figure
  const actors = place(mentions.actors)
  const places = place(mentions.places)
  for (const { mention, first, last } of actors)
    if (mention.type === 'person') for (let i = first; i <= last; i++) marks[i]! |= Marks.people
  for (const { first, last } of places) for (let i = first; i <= last; i++) marks[i]! |= Marks.place
  const told = readHits({
    document,
    terms,
    marks,
    clauseOf,
    cues: cueSpans(statements),
    names: mentions.actors,
    places: mentions.places,
    clauseFirst: clauses.map(({ first }) => first),
  })
  const hits = [...told, ...batchHits({ document, terms, marks, clauseOf }, told)].sort((a, b) => a.first - b.first)
  const times = place(mentions.times)
  const parties = partiesOf(actors, places)
  const settings = settingsOf({ document, terms, marks, actors, figures }, places)
  const count = document.sentences.length
  return {
    report,
    document,
    terms,
    statements,
    marks,
    clauses,
    clauseOf,
    hits,
    hitsBy: bySentence(hits, count),
    figures,
    times,
    places,
    actors,
    parties,
    settings,
    by: {
      actors: bySentence(actors, count),
      figures: bySentence(figures, count),
      parties: bySentence(parties, count),
      places: bySentence(places, count),
      settings: bySentence(settings, count),
      times: bySentence(times, count),
    },
  }
}

function partiesOf(actors: readonly Placed<Actor>[], places: readonly Placed<Place>[]): Placed<Actor>[] {
  const countries = places.filter(
    ({ mention, first }) => mention.kind === 'country' && !actors.some((actor) => actor.first <= first && first <= actor.last),
  )
  const parties = countries.map(
    ({ mention: { id, start, end, name }, ...placed }): Placed<Actor> => ({ ...placed, mention: { id, start, end, name, type: 'state' } }),
  )
  return [...actors, ...parties].sort((a, b) => a.first - b.first)
}

const cueSpans = (statements: readonly Statement[]): Span[] =>
  statements.flatMap((statement) => statement.chain.flatMap((hop) => (hop.cue ? [hop.cue] : []))).sort((a, b) => a.start - b.start)

function placeMentions<T extends Span>(document: Document, clauseOf: Int32Array, items: readonly T[]): Placed<T>[] {
  const { tokens, sentenceOf } = document
  const placed: Placed<T>[] = []
  let at = 0
  for (const mention of [...items].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (at > 0 && tokens[at - 1]!.end > mention.start) at--
    while (at < tokens.length && tokens[at]!.end <= mention.start) at++
    if (at >= tokens.length) break
    if (tokens[at]!.start >= mention.end) continue
    let last = at
    while (last + 1 < tokens.length && tokens[last + 1]!.start < mention.end) last++
    placed.push({ mention, first: at, last, sentence: sentenceOf[at]!, clause: clauseOf[at]! })
  }
  return placed
}

function bySentence<T extends { sentence: number }>(items: readonly T[], sentences: number): T[][] {
  const by: T[][] = Array.from({ length: sentences }, () => [])
  for (const item of items) by[item.sentence]!.push(item)
  return by
}

/** The hits of one sentence, in order. */
export const hitsOf = ({ hitsBy }: Scene, sentence: number): readonly Hit[] => hitsBy[sentence] ?? []

/** The term of a class at a token, longest first. */
export const termOf = <Value>(terms: Terms, token: number, ofClass: string): Term<Value> | undefined =>
  terms.at[token]?.find((term) => term.entry.class === ofClass) as Term<Value> | undefined

/** Source span of tokens `first`..`last`. */
export const spanOf = (document: Document, first: number, last: number): Span => ({
  start: document.tokens[first]!.start,
  end: document.tokens[last]!.end,
})
