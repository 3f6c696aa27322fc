import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeReading, membersOf } from '../../bench/links/generate.ts'
import { loadClusters, readingsOf } from '../../corpus/links/load.ts'
import type { Reading } from '../model.ts'
import { linkNew, linkReadings, orderOf, profileOf } from './index.ts'
import { memoryIndex } from './memory.ts'
import { passagesOf, runsOf } from './passages.ts'
import { fingerprintsOf, maskOf } from './sketch.ts'
import { daysOf, momentOf } from './when.ts'
import { stemOf } from './words.ts'

const readings = loadClusters().flatMap(readingsOf)

const sorted = (links: readonly { a: { path: string }; b: { path: string } }[]): string[] =>
  links.map((link) => JSON.stringify(link)).sort()

async function incremental(some: readonly Reading[]): Promise<string[]> {
  const index = memoryIndex()
  for (const reading of some) {
    const profile = profileOf(reading)
    await linkNew(index.register(profile), profile, index)
  }
  return sorted(index.links())
}

/** Reports of one outlet with the same footer under stories of their own, of which the last two are copies. */
function outletWithFooter(count: number): Reading[] {
  const footer = 'يمكنكم متابعة آخر الأخبار عبر تطبيقنا على الهاتف أو الاشتراك في نشرتنا البريدية التي تصلكم كل صباح مجانا'
  const own = [
    'سوق السمك عند الميناء القديم',
    'افتتاح مدرسة في القرية الجبلية',
    'موسم قطاف الزيتون هذا العام',
    'مباراة كرة بين فريقين من الحي',
    'ترميم الجسر الحجري على النهر',
    'معرض للكتب في قاعة البلدية',
    'عاصفة رملية تحجب الرؤية نهارا',
  ]
  return Array.from({ length: count }, (_, i) => {
    const story = own[Math.min(i, own.length - 1)]!
    const text = `خبر عن ${story}\nروى سكان تفاصيل عن ${story} وقالوا إنهم رأوا ${story}.\n${footer}`
    const base = readings[0]!
    return {
      ...base,
      report: {
        ...base.report,
        id: `sha256:f${i}`,
        title: story,
        source: { path: `footer/${i}`, mediaType: 'text/plain' },
        text,
        outlet: { name: 'جريدة المثال' },
        published: null,
        blocks: [{ kind: 'body', start: 0, end: text.length }],
      },
      mentions: { quantities: [], times: [], places: [], actors: [] },
      statements: [],
      claims: [],
    }
  })
}

describe('links', () => {
  test('do not depend on the order of the readings, nor on a report given twice', () => {
    const expected = sorted(linkReadings(readings))
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (shuffled) => {
        expect(sorted(linkReadings([...shuffled, shuffled[0]!]))).toEqual(expected)
      }),
      { numRuns: 5 },
    )
  })

  test('come out alike when reports come in one by one, in any order', async () => {
    const all = [...readings.slice(0, 40), ...outletWithFooter(9)]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 20 }), async (some) => {
        expect(await incremental(some)).toEqual(sorted(linkReadings(some)))
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('of invented reports with copies and look-alikes come out alike one by one and at once', async () => {
    const invented = Array.from({ length: 120 }, (_, story) => membersOf(1, story).map((member) => makeReading(1, member))).flat()
    expect(await incremental(invented.toReversed())).toEqual(sorted(linkReadings(invented)))
  })

  test('find a copy whose every line was touched', () => {
    const original = readings.find((reading) => reading.mentions.quantities.length > 0)!
    const { text } = original.report
    const copy = structuredClone(original)
    copy.report.source.path = 'retold'
    // Every fifth word gives way to one of equal length: no run is long enough for a fingerprint.
    copy.report.text = text.replace(/(?:\S+\s+){5}/g, (run) => run.replace(/\S+(?=\s+$)/, (word) => 'ق'.repeat(word.length)))
    expect(fingerprintsOf(profileOf(copy).words).hashes.filter((one) => profileOf(original).prints.hashes.includes(one))).toHaveLength(0)
    expect(linkReadings([original, copy]).find((link) => link.kind === 'copy')?.relation).toBe('near-copy')
  })

  test('are sorted by both ends', () => {
    const links = linkReadings(readings)
    expect(links.map(orderOf)).toEqual(links.map(orderOf).toSorted())
  })
})

describe('what an outlet prints under everything', () => {
  test('is a shared passage while few reports carry it', () => {
    expect(linkReadings(outletWithFooter(3)).filter((link) => link.kind === 'copy')).toHaveLength(3)
  })

  test('is learnt, and makes no copies; true copies stay', () => {
    const copies = linkReadings(outletWithFooter(8)).filter((link) => link.kind === 'copy')
    expect(copies.map((link) => [link.a.path, link.b.path])).toEqual([['footer/6', 'footer/7']])
  })
})

describe('alignment', () => {
  const words = (text: string) => ({
    words: Uint32Array.from(text.split(' '), (word) => [...word].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0),
    mask: null,
  })

  test('finds paragraphs that changed places', () => {
    const runs = runsOf(words('a b c d e f g h i j'), words('g h i j x a b c d e'))
    expect(runs.map(({ a, aEnd, b }) => [a, aEnd, b])).toEqual([
      [0, 5, 5],
      [6, 10, 0],
    ])
  })

  test('joins runs with words exchanged between them', () => {
    const [passage] = passagesOf(runsOf(words('a b c d e X f g h i'), words('a b c d e Y Z f g h i')))
    expect(passage).toEqual({ a: 0, aEnd: 10, b: 0, bEnd: 11, same: 9 })
  })

  test('every shared run of thirteen words has a fingerprint in common', () => {
    const word = fc.nat({ max: 0xffffffff })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.array(word, { minLength: 13, maxLength: 13 }),
        fc.array(word, { maxLength: 30 }),
        (before, run, after) => {
          const one = new Set(fingerprintsOf(Uint32Array.from([...before, ...run])).hashes)
          expect([...fingerprintsOf(Uint32Array.from([...run, ...after])).hashes].some((hash) => one.has(hash))).toBe(true)
        },
      ),
    )
  })

  test('a mask covers the words of common fingerprints', () => {
    const prints = { hashes: Float64Array.of(5, 6), at: Uint32Array.of(0, 3) }
    expect(maskOf(14, prints, (hash) => hash === 6)).toEqual(Uint8Array.of(0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
  })
})

describe('days', () => {
  const day = (iso: string) => Date.parse(iso) / 86_400_000
  test.each([
    ['2018-02', day('2018-02-01'), day('2018-02-28')],
    ['2018-02/..', day('2018-02-01'), Infinity],
    ['2018-08-27/2018-08-31', day('2018-08-27'), day('2018-08-31')],
    ['2018', day('2018-01-01'), day('2018-12-31')],
    ['2018-21', day('2018-03-01'), day('2018-05-31')],
    ['2018-06-15T19:46Z', day('2018-06-15'), day('2018-06-15')],
  ])('%s', (edtf, first, last) => expect(daysOf(edtf)).toEqual({ first, last }))

  test.each(['XXXX-06', 'P6M', '', null])('%s names no days', (edtf) => expect(daysOf(edtf)).toBeNull())

  test('moments sort by time of day', () => {
    expect(momentOf('2018-06-15T19:46Z')).toBeGreaterThan(momentOf('2018-06-15T19:25Z')!)
    expect(momentOf('2018-06-15T01:00+04:00')).toBeLessThan(momentOf('2018-06-14T22:00Z')!)
  })
})

test.each([
  ['والسجناء', 'السجين', false],
  ['للسجين', 'السجين', true],
  ['المقاتلين', 'مقاتلون', true],
  ['بالقصف', 'قصف', true],
])('%s and %s share a stem: %s', (a, b, same) => expect(stemOf(a) === stemOf(b)).toBe(same))
