import { beforeAll, describe, expect, it } from 'vitest'
import { acquire } from '../src/acquire/index.ts'
import { loadData, packageRoot } from '../src/lang/data.ts'
import { linkReadings } from '../src/link/index.ts'
import type { ComparisonLink, CopyLink, Link, Reading } from '../src/model.ts'
import { readReport } from '../src/pipeline.ts'
import { overlaps } from '../src/text/spans.ts'
import { f1, type Gold, type GoldFigure, type GoldSpan, type Tally, tally } from './gold.ts'

/** What examples/expected.yaml says of one report. */
interface Expected {
  file: string
  title: string
  published: string | null
  noise?: Quoted[]
  figures?: (Quoted & Partial<GoldFigure>)[]
  times?: (Quoted & { edtf: string })[]
  events?: (Quoted & { type: string })[]
  absent?: (Quoted | string)[]
}
type Quoted = { at: string; nth?: number; optional?: boolean }
type Side = { fileA: string; textA: string; nthA?: number; fileB: string; textB: string; nthB?: number }
interface ExpectedSet {
  reports: Expected[]
  copies: { a: string; b: string }[]
  comparisons: (Side & { verdict: string; optional?: boolean })[]
  never: Side[]
}

const expected = loadData('examples/expected.yaml') as ExpectedSet
const readings = new Map<string, Reading>()
let links: Link[] = []
let reached: Tally = {}
const failures: string[] = []

const locate = (text: string, { at, nth = 1 }: Quoted): { start: number; end: number } => {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(at, start + 1)
  if (start < 0) throw new Error(`'${at}' does not stand in the text`)
  return { start, end: start + at.length }
}
const spanned = <T extends Quoted>(text: string, list: readonly T[] | undefined): (T & GoldSpan)[] =>
  (list ?? []).map((one) => ({ ...one, ...locate(text, one) }))

function goldOf(one: Expected): Gold {
  const { text } = readings.get(one.file)!.report
  const figures = spanned(text, one.figures).map((figure) => ({ modality: 'actual', chain: [], ...figure }) as unknown as GoldFigure)
  return {
    doc: one.file,
    title: one.title,
    published: one.published,
    noise: spanned(text, one.noise),
    figures,
    times: spanned(text, one.times),
    places: [],
    actors: [],
    events: spanned(text, one.events),
    partial: ['places', 'actors'],
  }
}

beforeAll(async () => {
  for await (const one of acquire([`${packageRoot}examples`], { now: new Date(0) })) {
    if ('error' in one) continue
    const reading = readReport(one, { registries: [`${packageRoot}examples/registry.yaml`] })
    readings.set(one.source.path!.split('/').at(-1)!, reading)
  }
  reached = tally(expected.reports.map(goldOf), readings, failures)
  links = linkReadings([...readings.values()])
})

/** 0.01 under what was reached. They only rise. */
const FLOORS: Record<string, number> = {
  title: 1,
  published: 1,
  noise: 0.99,
  figures: 0.974,
  times: 0.941,
  'event type': 0.931,
  modality: 0.969,
  chain: 0.931,
  'sources not invented': 0.968,
}

describe('the bundled examples', () => {
  it('are all read', () => expect([...readings.keys()].sort()).toEqual(expected.reports.map((one) => one.file).sort()))

  it.each(Object.entries(FLOORS))('%s stays at %f or above', (kind, floor) => {
    expect(f1(reached[kind]!), failures.filter((line) => line.includes(` ${kind} `)).join('\n')).toBeGreaterThanOrEqual(floor)
  })

  it('finds the copies and no others', () => {
    const name = (path: string): string => path.split('/').at(-1)!
    const found = links
      .filter((link): link is CopyLink => link.kind === 'copy' && link.relation === 'near-copy')
      .map((link) => [name(link.a.path), name(link.b.path)].sort().join(' + '))
    expect(found.sort()).toEqual(expected.copies.map(({ a, b }) => [a, b].sort().join(' + ')).sort())
  })

  it('never compares what is not alike', () => {
    expect(expected.never.filter((pair) => comparison(pair) !== undefined)).toEqual([])
  })
})

function comparison({ fileA, textA, nthA, fileB, textB, nthB }: Side): ComparisonLink | undefined {
  const side = (file: string, at: string, nth: number | undefined) => ({
    file,
    ...locate(readings.get(file)!.report.text, { at, ...(nth ? { nth } : {}) }),
  })
  const a = side(fileA, textA, nthA)
  const b = side(fileB, textB, nthB)
  const on = (end: ComparisonLink['a'], wanted: typeof a): boolean => end.path.endsWith(wanted.file) && overlaps(end, wanted)
  return links.find(
    (link): link is ComparisonLink => link.kind === 'comparison' && ((on(link.a, a) && on(link.b, b)) || (on(link.a, b) && on(link.b, a))),
  )
}
