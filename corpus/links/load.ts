import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Claim, EventType, type Hop, Modality, Modifier, type Place, type Quantity, type Reading, Verdict } from '../../src/model.ts'

const Figure = z.strictObject({
  n: z.union([z.number(), z.string()]),
  how: Modifier.optional(),
  of: z.string(),
  unit: z.string().default('person'),
  type: EventType,
  mood: Modality.default('actual'),
  /** Sources from the outlet to the origin; `~` marks an unnamed one. */
  by: z.array(z.string()),
  at: z.string().optional(),
  on: z.string().optional(),
  from: z.string().optional(),
})
const Independence = z.union([z.boolean(), z.literal('unknown')])
const Cluster = z.strictObject({
  about: z.string(),
  reports: z.record(
    z.string(),
    z.strictObject({ outlet: z.string().optional(), published: z.string().optional(), credit: z.string().optional(), text: z.string() }),
  ),
  figures: z.record(z.string(), Figure),
  pairs: z.array(z.tuple([z.string(), z.string(), Verdict, Independence])).default([]),
  apart: z.array(z.tuple([z.string(), z.string()])).default([]),
  copies: z.array(z.tuple([z.string(), z.string(), z.enum(['near-copy', 'shared-passage'])])).default([]),
})
type Figure = z.infer<typeof Figure>
/** A small invented cluster: reports with marked figures, the pairs that are like, and pairs that are not. */
export type Cluster = z.infer<typeof Cluster> & { name: string }

const folder = new URL('./', import.meta.url)
const Places = z.record(z.string(), z.object({ lat: z.number(), lon: z.number(), kind: z.string() }))
const places = Places.parse(parse(readFileSync(new URL('places.yaml', folder), 'utf8')))

/** All clusters of the folder, by name. */
export const loadClusters = (): Cluster[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && file !== 'places.yaml')
    .sort()
    .map((file) => ({ name: file.replace('.yaml', ''), ...Cluster.parse(parse(readFileSync(new URL(file, folder), 'utf8'))) }))

/** A report's text without its marks, and where the marked figures stand. */
export function unmark(marked: string): { text: string; spans: Map<string, { start: number; end: number }> } {
  const spans = new Map<string, { start: number; end: number }>()
  let text = ''
  for (const piece of marked.split(/(\{[a-z]\d+\|[^}]*\})/)) {
    const mark = /^\{([a-z]\d+)\|([^}]*)\}$/.exec(piece)
    if (mark) spans.set(mark[1]!, { start: text.length, end: text.length + mark[2]!.length })
    text += mark ? mark[2] : piece
  }
  return { text, spans }
}

/** The readings of a cluster, with the claims its author gave. Paths are `cluster/report`. */
export const readingsOf = (cluster: Cluster): Reading[] => Object.keys(cluster.reports).map((name) => readingOf(cluster, name))

function readingOf(cluster: Cluster, name: string): Reading {
  const { outlet, published, credit, text: marked } = cluster.reports[name]!
  const { text, spans } = unmark(marked)
  const titleEnd = text.indexOf('\n')
  const found = [...spans].map(([id, span]) => ({ id, ...span, figure: cluster.figures[id]! }))
  const placed = found.filter(({ figure }) => figure.at !== undefined)
  return {
    schema: 'isnad.reading/1',
    rules: 'corpus',
    report: {
      id: `sha256:${cluster.name}/${name}`,
      source: { path: `${cluster.name}/${name}`, mediaType: 'text/plain' },
      title: text.slice(0, titleEnd),
      outlet: outlet ? { name: outlet } : null,
      credits: credit ? [{ text: credit, actor: credit, span: { start: 0, end: 0 } }] : [],
      byline: null,
      published: published ? { edtf: published, basis: 'metadata' } : null,
      updated: null,
      language: 'ar',
      text,
      blocks: [
        { kind: 'title', start: 0, end: titleEnd },
        { kind: 'body', start: titleEnd, end: text.length },
      ],
    },
    mentions: {
      quantities: found.map(({ id, start, end, figure }) => quantityOf(id, { start, end }, figure, text)),
      times: [],
      places: placed.map(({ id, start, figure }) => placeOf(`p${id}`, figure.at!, start)),
      actors: [],
    },
    statements: [],
    claims: found.map(({ id, start, end, figure }) => claimOf(id, sentenceOf(text, start, end), figure)),
    findings: [],
    warnings: [],
  }
}

function quantityOf(id: string, span: { start: number; end: number }, figure: Figure, text: string): Quantity {
  const [low, high] =
    typeof figure.n === 'number' ? [figure.n, figure.n] : figure.n.split('..').map((end) => (end === '' ? null : Number(end)))
  const modifier = figure.how ?? (low === null ? 'at-most' : high === null ? 'at-least' : low !== high ? 'between' : 'exact')
  return {
    id,
    ...span,
    min: low ?? null,
    max: high ?? null,
    modifier,
    unit: figure.unit,
    counted: { ...span, text: text.slice(span.start, span.end), of: figure.of, ...(figure.from ? { nationality: figure.from } : {}) },
  }
}

const placeOf = (id: string, name: string, start: number): Place => ({
  id,
  start,
  end: start + 1,
  place: name,
  name,
  ...(places[name]! as { lat: number; lon: number; kind: Place['kind'] }),
})

const hopOf = (source: string, start: number): Hop => ({
  text: source.replace('~', ''),
  start,
  end: start,
  act: 'say',
  named: !source.startsWith('~'),
  ...(source.startsWith('~') ? {} : { actor: source }),
})

function claimOf(id: string, evidence: { start: number; end: number }, figure: Figure): Claim {
  const chain = figure.by.map((source) => hopOf(source, evidence.start))
  const last = chain.findLast((hop) => hop.named)
  return {
    id: `c${id}`,
    type: figure.type,
    modality: figure.mood,
    figure: id,
    roles: {},
    ...(figure.on ? { time: { edtf: figure.on } } : {}),
    ...(figure.at ? { place: { place: figure.at, name: figure.at, mention: `p${id}` } } : {}),
    chain,
    origin: last ? { actor: last.actor, name: last.text } : null,
    evidence,
    why: ['corpus'],
  }
}

function sentenceOf(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('. ', start) + 1, -1) + 1
  const stops = [text.indexOf('\n', end), text.indexOf('. ', end)].filter((at) => at >= 0)
  return { start: from, end: stops.length > 0 ? Math.min(...stops) : text.length }
}
