import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { acquire } from '../src/acquire/index.ts'
import { buildDossier } from '../src/export/index.ts'
import { packageRoot } from '../src/lang/data.ts'
import { linkReadings } from '../src/link/index.ts'
import type { Claim, ComparisonLink, Link, Reading } from '../src/model.ts'
import { readReport } from '../src/pipeline.ts'

/** The five seed reports lie beside the project, not in it; without them there is nothing to hold. */
const texts = join(packageRoot, '..', 'shared', 'eval', 'dev', 'texts')

const readings = new Map<string, Reading>()
let links: Link[] = []

/** The reading of a seed by the number its file name begins with. */
const seed = (number: string): Reading => readings.get(number)!
const words = (reading: Reading, mention: string | undefined): string => {
  const all = Object.values(reading.mentions).flat()
  const found = all.find((one) => one.id === mention)
  return found ? reading.report.text.slice(found.start, found.end) : ''
}
/** Claims about figures of these bounds. */
const claims = (number: string, min: number | null, max: number | null, unit = 'person'): Claim[] => {
  const reading = seed(number)
  const figures = new Set(
    reading.mentions.quantities.filter((one) => one.min === min && one.max === max && one.unit === unit).map((one) => one.id),
  )
  return reading.claims.filter((one) => one.figure !== undefined && figures.has(one.figure))
}
const sentence = (number: string, claim: Claim): string => seed(number).report.text.slice(claim.evidence.start, claim.evidence.end)
const sources = (claim: Claim): string[] => claim.chain.map((hop) => hop.text)
const finding = (number: string, a: string, b: string) =>
  seed(number).findings.find((one) =>
    [a, b].every((part) => one.evidence.some((span) => seed(number).report.text.slice(span.start, span.end).includes(part))),
  )

describe.skipIf(!existsSync(texts))('the five seed reports as one dossier', () => {
  beforeAll(async () => {
    for await (const one of acquire([texts], { now: new Date(0) })) {
      if ('error' in one || !/\/00[0-4]_/.test(one.source.path!)) continue
      readings.set(one.source.path!.split('/').at(-1)!.slice(0, 3), readReport(one))
    }
    links = linkReadings([...readings.values()])
  })

  it.each([
    ['003', 8000, 8000, 'hold'],
    ['003', 2000, 2000, 'hold'],
    ['003', 70000, null, 'camp-population'],
    ['000', 7000, 7000, 'hold'],
    ['000', 2000, 2000, 'hold'],
    ['000', 20200, 20200, 'hold'],
  ] as const)('%s: who holds %s..%s', (number, min, max, type) => {
    const [claim] = claims(number, min, max)
    expect(claim?.type).toBe(type)
    expect(sentence(number, claim!).length).toBeGreaterThan(0)
  })

  it('names the custodian of the 2,000 foreigners, and that they are foreign', () => {
    const [claim] = claims('003', 2000, 2000)
    expect(words(seed('003'), claim?.roles.custodian)).toBe('قوات سوريا الديمقراطية')
    expect(seed('003').mentions.quantities.find((one) => one.id === claim!.figure)?.counted?.nationality).toBe('foreign')
  })

  it('adds 7,000 and 2,000 up to 9,000', () => expect(finding('000', '9 آلاف', '7 آلاف')).toMatchObject({ kind: 'sum', verdict: 'agrees' }))

  it.each([
    ['XXXX-02', 200, 200],
    ['XXXX-04', 15, 15],
    ['XXXX-06-06', 15, 15],
  ])('dates the deal of %s, left without a year', (edtf, min, max) => {
    expect(claims('004', min, max).map((one) => [one.type, one.time?.edtf])).toContainEqual(['exchange', edtf])
  })

  it('gives the exchange of April two legs', () => {
    const legs = seed('004').claims.flatMap((one) => one.legs ?? [])
    const told = legs.map((leg) => [words(seed('004'), leg.giver), words(seed('004'), leg.receiver)])
    expect(told.length).toBeGreaterThanOrEqual(2)
  })

  it('keeps the price and what it is for', () => {
    const price = seed('000').mentions.quantities.find((one) => one.unit === 'USD' && one.min === 6000)
    expect(price).toMatchObject({ max: 10000, modifier: 'between' })
    expect(seed('000').report.text.slice(price!.per!.start, price!.per!.end)).toContain('امرأة')
    expect(claims('000', 6000, 10000, 'USD')[0]?.type).toBe('ransom')
  })

  it('has both dates of the campaign, and says that they disagree', () => {
    expect(seed('000').mentions.times.map((one) => one.edtf)).toEqual(expect.arrayContaining(['2018-01-06', '2019-01-06']))
    expect(finding('000', '2018', '2019')).toMatchObject({ kind: 'date', verdict: 'conflict' })
  })

  it.each([
    ['headline', 'يؤكد', 'امكانية'],
    ['figure', '3 آلاف', '3500'],
    ['date', '14 اكتوبر', '12 اكتوبر'],
  ])('002: a %s that disagrees: %s and %s', (kind, a, b) => expect(finding('002', a, b)).toMatchObject({ kind, verdict: 'conflict' }))

  it('does not call hundreds and under 300 a conflict', () => {
    expect(
      seed('002').findings.filter(
        (one) =>
          one.kind === 'figure' &&
          one.verdict === 'conflict' &&
          one.evidence.some((span) => seed('002').report.text.slice(span.start, span.end).includes('300')),
      ),
    ).toEqual([])
  })

  it('counts the second half of the report on westerners once', () => {
    expect(claims('001', 150, 150)).toHaveLength(1)
    expect(seed('001').report.blocks.some((block) => block.kind === 'repeat')).toBe(true)
  })

  it('reads nothing from the English photo credit', () => {
    const { report, mentions } = seed('000')
    const start = report.text.indexOf('FILE PHOTO')
    const end = report.text.indexOf('File Photo')
    expect(
      Object.values(mentions)
        .flat()
        .filter((one) => one.start >= start && one.start < end),
    ).toEqual([])
  })

  it('leaves the three undated ones undated', () => {
    expect(
      [...readings]
        .filter(([, one]) => one.report.published === null)
        .map(([number]) => number)
        .sort(),
    ).toEqual(['001', '003', '004'])
  })

  it.each([
    ['003', 1000, null, ['ذا صن', 'معهد']],
    ['001', 150, 150, ['وول ستريت جورنال', 'الدبلوماسيين']],
    ['004', 200, 200, ['الصحيفة', 'مصادر مطلعة']],
  ])('%s: the chain of %s', (number, min, max, expected) => {
    const chains = claims(number, min, max).map(sources)
    expect(chains.some((chain) => chain.length === expected.length && expected.every((part, i) => chain[i]!.includes(part)))).toBe(true)
  })

  it('neither compares 2,000 foreign women with 2,000 foreign fighters nor calls them a conflict', () => {
    const [women] = claims('000', 2000, 2000)
    const span = seed('000').mentions.quantities.find((one) => one.id === women!.figure)!
    const on = (end: ComparisonLink['a']): boolean => end.path.includes('000_') && end.start < span.end && span.start < end.end
    expect(links.filter((link) => link.kind === 'comparison' && (on(link.a) || on(link.b)))).toEqual([])
  })

  it('answers as one dossier', () => {
    const dossier = buildDossier([...readings.values()], links)
    expect(JSON.stringify(dossier)).toContain('70000')
  })
})
