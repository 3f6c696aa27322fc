import type { Hop, Reading, Span } from '../src/model.ts'
import { fold } from '../src/text/fold.ts'
import { overlaps } from '../src/text/spans.ts'

/** Gold of one report, in the shape of corpus/reports/*.json: what a careful reader marks. */
export interface Gold {
  doc: string
  title?: string | null
  outlet?: string | null
  published?: string | null
  noise: GoldSpan[]
  figures: GoldFigure[]
  times: (GoldSpan & { edtf: string | null; metadata?: boolean })[]
  places: (GoldSpan & { lat: number; lon: number; km?: number; name: string })[]
  actors: (GoldSpan & { id: string; type: string; private?: boolean })[]
  events: (GoldSpan & { type: string })[]
  partial?: string[]
}
export interface GoldSpan extends Span {
  at: string
  optional?: boolean
}
export interface GoldFigure extends GoldSpan {
  min: number | null
  max: number | null
  unit: string
  type: string
  modality: string
  chain: string[]
  time?: string
  place?: string
}

/** Right, wrongly found and missed, by what is counted. */
export type Tally = Record<string, { right: number; extra: number; missed: number }>

/** Tallies readings against gold. Reports are paired by file name. */
export function tally(golds: readonly Gold[], readings: ReadonlyMap<string, Reading>, failures: string[] = []): Tally {
  const found: Tally = {}
  for (const gold of golds) {
    const reading = readings.get(gold.doc)
    if (!reading) throw new Error(`No reading of ${gold.doc}`)
    tallyOne(gold, reading, found, failures)
  }
  return found
}

/** F1 of one tally. @example f1({ right: 1, extra: 0, missed: 1 }) // 0.667 */
export const f1 = ({ right, extra, missed }: { right: number; extra: number; missed: number }): number =>
  (2 * right) / (2 * right + extra + missed || 1)

function tallyOne(gold: Gold, reading: Reading, found: Tally, failures: string[]): void {
  const count = (kind: string, how: 'right' | 'extra' | 'missed', what?: string): void => {
    found[kind] ??= { right: 0, extra: 0, missed: 0 }
    found[kind][how]++
    if (how !== 'right' && what !== undefined) failures.push(`${gold.doc} ${kind} ${how}: ${what}`)
  }
  const grade = (kind: string, ok: boolean, what: string): void => count(kind, ok ? 'right' : 'missed', what)
  const words = (span: Span): string => reading.report.text.slice(span.start, span.end)
  grade('title', fold(reading.report.title ?? '') === fold(gold.title ?? ''), reading.report.title ?? 'none')
  grade(
    'published',
    (reading.report.published?.edtf ?? '').slice(0, 10) === (gold.published ?? '').slice(0, 10),
    reading.report.published?.edtf ?? 'none',
  )
  for (const noise of gold.noise) if (!noise.optional) grade('noise', kindAt(reading, noise.start) !== 'prose', noise.at)
  pairUp(
    gold.figures,
    prose(reading, reading.mentions.quantities),
    (g, q) => g.min === q.min && g.max === q.max && g.unit === q.unit,
    (how, what) => count('figures', how, what),
    words,
  )
  for (const figure of gold.figures) if (!figure.optional) gradeClaim(figure, reading, grade)
  pairUp(
    gold.times.filter((time) => !time.metadata),
    prose(reading, reading.mentions.times),
    (g, t) => g.edtf === t.edtf,
    (how, what) => count('times', how, what),
    words,
  )
  for (const event of gold.events)
    if (!event.optional)
      grade(
        'events',
        reading.claims.some((claim) => claim.type === event.type && overlaps(claim.evidence, event)),
        `${event.type} ${event.at}`,
      )
  if (!gold.partial?.includes('places'))
    for (const place of gold.places) if (!place.optional) grade('places', hasPlace(reading, place), place.at)
  if (!gold.partial?.includes('actors'))
    for (const actor of gold.actors)
      if (!actor.optional)
        grade(
          'actors',
          reading.mentions.actors.some((one) => overlaps(one, actor)),
          actor.at,
        )
}

type Grade = (kind: string, ok: boolean, what: string) => void

function gradeClaim(figure: GoldFigure, reading: Reading, grade: Grade): void {
  const quantity = reading.mentions.quantities.find((one) => overlaps(one, figure))
  const claim = quantity && reading.claims.find((one) => one.figure === quantity.id)
  const chain = claim?.chain ?? []
  const told = `${figure.at}: wanted ${figure.type} [${figure.chain.join(' ← ')}], read ${claim ? `${claim.type} [${chain.map((hop) => hop.text).join(' ← ')}]` : 'no claim'}`
  grade('event type', claim?.type === figure.type, told)
  grade('modality', claim?.modality === figure.modality, `${figure.at}: wanted ${figure.modality}, read ${claim?.modality}`)
  grade(
    'chain',
    claim !== undefined && chain.length === figure.chain.length && figure.chain.every((naming, i) => namesSource(naming, chain[i]!)),
    told,
  )
  for (const hop of chain)
    grade(
      'sources not invented',
      figure.chain.some((naming) => namesSource(naming, hop)),
      `${hop.text} for ${figure.at}`,
    )
  if (figure.time !== undefined)
    grade('figure time', claim?.time?.edtf === figure.time, `${figure.at}: wanted ${figure.time}, read ${claim?.time?.edtf}`)
}

function kindAt(reading: Reading, at: number): 'prose' | 'other' {
  const block = reading.report.blocks.find((one) => one.start <= at && at < one.end)
  return !block || block.kind === 'body' || block.kind === 'title' ? 'prose' : 'other'
}

const prose = <T extends Span>(reading: Reading, mentions: readonly T[]): T[] =>
  mentions.filter((one) => kindAt(reading, one.start) === 'prose')

function pairUp<G extends GoldSpan, P extends Span>(
  golds: readonly G[],
  read: readonly P[],
  same: (g: G, p: P) => boolean,
  count: (how: 'right' | 'extra' | 'missed', what: string) => void,
  words: (span: Span) => string,
): void {
  const used = new Set<P>()
  for (const gold of golds) {
    const over = read.filter((one) => !used.has(one) && overlaps(one, gold))
    const best = over.find((one) => same(gold, one)) ?? over[0]
    if (best) used.add(best)
    if (!gold.optional) count(best && same(gold, best) ? 'right' : 'missed', gold.at)
  }
  for (const one of read) if (!used.has(one)) count('extra', words(one))
}

/** Words too common to tell sources apart. */
const GENERIC = new Set(
  fold(
    'صحيفة جريدة وكالة شبكة قناة موقع مجلة وزارة وزير رئيس الرئيس متحدث المتحدث الناطق باسم مصدر مصادر مسؤول قوات منظمة مدير بيان تقرير الأنباء أنباء',
  ).split(' '),
)
const bare = (word: string): string => word.replace(/^(وال|بال|لل|ال|و|ب|ل)(?=..)/u, '')
const tellingWords = (name: string): string[] => {
  const all = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  const telling = all.filter((word) => !GENERIC.has(word))
  return (telling.length > 0 ? telling : all).map(bare)
}

/** Whether a hop names the source that gold names; 'a|b' gives two namings. */
export function namesSource(naming: string, hop: Pick<Hop, 'text'>): boolean {
  const read = tellingWords(hop.text)
  return naming.split('|').some((one) => {
    const wanted = tellingWords(one)
    const shared = wanted.filter((word) => read.includes(word)).length
    return shared > 0 && (shared >= Math.min(wanted.length, read.length) || shared / Math.max(wanted.length, read.length) > 0.5)
  })
}

const KM_PER_DEGREE = 111.2
function hasPlace(reading: Reading, gold: Gold['places'][number]): boolean {
  return reading.mentions.places.some((place) => {
    const dy = (place.lat - gold.lat) * KM_PER_DEGREE
    const dx = (place.lon - gold.lon) * KM_PER_DEGREE * Math.cos((gold.lat * Math.PI) / 180)
    return Math.hypot(dx, dy) <= (gold.km ?? 60)
  })
}
