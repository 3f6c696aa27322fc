import { describe, expect, it } from 'vitest'
import { acquireBytes, type Given } from '../acquire/index.ts'
import type { IsnadError } from '../errors.ts'
import type { Report, Warning } from '../model.ts'
import { clean } from './index.ts'

const now = new Date('2021-01-01T00:00:00Z')
const read = (bytes: Uint8Array | string, given: Given = {}, path = 'a.txt'): { report: Report; warnings: Warning[] } =>
  clean(acquireBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { now, given, path }))
const refused = (bytes: Uint8Array): IsnadError => {
  try {
    read(bytes)
  } catch (thrown) {
    return thrown as IsnadError
  }
  throw new Error('not refused')
}

const TITLE = 'وساطة محلية تنهي احتجاز سبعة عمال'
const LEAD = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي بعد وساطة.'
const NEXT = 'وأضافت اللجنة أن قائمة ثانية ستعلن قريبا، من دون أن تحدد عدد من تشملهم.'
const kinds = (report: Report): string => report.blocks.map((block) => block.kind).join(' ')

describe('what cannot be a report', () => {
  it.each([
    ['an empty file', new Uint8Array(0)],
    ['white space alone', Buffer.from(' \n\u200f\n ')],
    ['a photograph', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['a PDF', Buffer.from('%PDF-1.7 …')],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff)],
    ['zero bytes', new Uint8Array(5000)],
  ])('%s', (_, bytes) => expect([refused(bytes).code, refused(bytes).hint.length > 0]).toEqual(['not-text', true]))
})

describe('bad input that is kept', () => {
  const within = (limit: number, work: () => void): void => {
    const start = performance.now()
    work()
    expect(performance.now() - start).toBeLessThan(limit)
  }

  it('50 MB of one line', () => {
    const line = Buffer.from(`${TITLE}\n${`${LEAD} ${NEXT} `.repeat(180_000)}`)
    expect(line.length).toBeGreaterThan(45_000_000)
    within(9000, () => {
      const { report, warnings } = read(line)
      expect(report.blocks.at(-1)!.end).toBe(report.text.length)
      expect(warnings.map((one) => one.code)).toContain('long-text')
    })
  })
  it('a million short lines', () => within(9000, () => expect(read('أ\n'.repeat(1_000_000)).report.blocks.length).toBeGreaterThan(0)))
  it('unclosed quotes and brackets', () => {
    const text = `${TITLE}\n\n(نُشر في ${LEAD} «قال ${'[('.repeat(5000)} "\n${NEXT}`
    within(2000, () => expect(kinds(read(text).report)).toBe('title body'))
  })
  it('bidi controls and zero-width characters, all kept', () => {
    const marked = [...`${TITLE}\n\n15/06/2018\n\n${LEAD}`]
      .map((char) => (char === ' ' ? '\u200f \u202a' : char === 'ا' ? 'ا\u200c\u2066' : char))
      .join('')
    const { report } = read(marked)
    expect(report.text).toBe(marked)
    expect(report.published?.edtf).toBe('2018-06-15')
    expect(kinds(report)).toBe('title metadata body')
  })
  it('broken UTF-8', () => {
    const { report, warnings } = read(
      Buffer.concat([Buffer.from(`${TITLE}\n\n${LEAD}`), Uint8Array.of(0xff, 0xd8), Buffer.from(`\n${NEXT}`)]),
    )
    expect([report.title, warnings[0]?.code, report.language]).toEqual([TITLE, 'broken-utf8', 'ar'])
  })
  it.each([
    ['fa', 'توافق بر سر آزادی هفت کارگر\n\nیک کمیته محلی گفت که هفت کارگر پس از میانجیگری از ساختمانی قدیمی بیرون آمدند.'],
    [
      'en',
      'Seven workers leave old building\n\nA local committee said that seven workers walked out of an old building after days of talks.',
    ],
  ])('a report in %s', (language, text) => {
    const { report } = read(text)
    expect([report.language, report.text, kinds(report)]).toEqual([language, text, 'title body'])
  })
  it('HTML with 100,000 nested tags', () => {
    const html = `<html lang="ar"><head><title>${TITLE}</title><meta property="article:published_time" content="2018-06-15T19:46:00Z"></head><body>${'<div>'.repeat(100_000)}<p>${LEAD}</p>${'</div>'.repeat(100_000)}</body></html>`
    within(2000, () => {
      const { report, warnings } = read(html, {}, 'a.html')
      expect([report.title, report.published?.edtf, report.text.includes(LEAD), warnings[0]?.code]).toEqual([
        TITLE,
        '2018-06-15T19:46Z',
        true,
        'page-too-deep',
      ])
    })
  })
  it.each([
    ['tags never closed', '<b>'.repeat(100_000)],
    ['open angles', '<'.repeat(200_000)],
    ['unclosed comments', '<!--'.repeat(100_000)],
    ['unclosed scripts', '<script>'.repeat(100_000)],
    ['open attributes', '<a href="'.repeat(50_000)],
    ['15 MB in one paragraph', `<p>${`${LEAD} `.repeat(95_000)}`],
    ['many elements', '<p>نص'.repeat(100_000)],
  ])('HTML of %s', (_, mess) =>
    within(6000, () => expect(read(`<html><title>${TITLE}</title><p>${LEAD}</p>${mess}`, {}, 'a.html').report.title).toBe(TITLE)),
  )
})

describe('what is given wins, what is found is kept', () => {
  it('given date, outlet and address', () => {
    const { report } = read(`${TITLE}\n\nعنب بلدي\n15/06/2018\n\n${LEAD}`, {
      published: '2018-06-16',
      outlet: 'المنصة',
      url: 'https://a.example/x',
    })
    expect([report.published, report.outlet, report.source.url]).toEqual([
      { edtf: '2018-06-16', basis: 'given' },
      { name: 'المنصة' },
      'https://a.example/x',
    ])
  })
  it('a date in the address, when the text has none', () => {
    expect(read(`${TITLE}\n\n${LEAD}`, { url: 'https://a.example/2018/06/15/x' }).report.published).toEqual({
      edtf: '2018-06-15',
      basis: 'url',
    })
    expect(read(`${TITLE}\n\n16/06/2018\n\n${LEAD}`, { url: 'https://a.example/2018/06/15/x' }).report.published?.edtf).toBe('2018-06-16')
    expect(read(`${TITLE}\n\n${LEAD}`, { url: 'https://a.example/2018/13/45/x' }).report.published).toBeNull()
  })
  it('a date that cannot lie after the reading', () => {
    const { report, warnings } = read(`${TITLE}\n\n05/02/2021\n\n${LEAD}`)
    expect([report.published?.edtf, warnings[0]?.code]).toEqual(['2021-02-05', 'date-order'])
    expect(read(`${TITLE}\n\n05/12/2020\n\n${LEAD}`).report.published?.edtf).toBe('2020-12-05')
  })
  it('drops a byte-order mark and nothing else', () =>
    expect(read(`\ufeff${TITLE}\r\n\r\n${LEAD}\r\n`).report.text).toBe(`${TITLE}\r\n\r\n${LEAD}\r\n`))
})
