import { describe, expect, it } from 'vitest'
import { acquireBytes } from '../../acquire/index.ts'
import type { Report } from '../../model.ts'
import { clean } from '../index.ts'
import { readJsonLd } from './json-ld.ts'
import { dateOfUrl, parseStamp } from './metadata.ts'
import { stripTags } from './strip.ts'

const TITLE = 'وساطة محلية تنهي احتجاز سبعة عمال في الريف الغربي'
const LEAD = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي بعد وساطة استمرت أياما.'
const NEXT = 'وأضافت اللجنة أن قائمة ثانية ستعلن قريبا، من دون أن تحدد عدد من تشملهم.'
const CAPTION = 'عمال أمام المبنى القديم'

const BODY = `<nav><a href="/">الرئيسية</a> <a href="/s">سوريا</a></nav><main><article><h1>${TITLE}</h1>
<figure><img src="a.jpg"><figcaption>${CAPTION}</figcaption></figure>
<p>قالت لجنة محلية إن <b>سبعة عمال</b> خرجوا من مبنى&nbsp;قديم في الريف
الغربي بعد وساطة استمرت أياما.</p><p>${NEXT}</p><ul><li>البند الأول من الاتفاق يقضي بعودة العمال إلى بيوتهم.</li></ul>
<p><a href="/x">اقرأ أيضا: كيف يعيش سكان الريف بعد الهدنة؟</a></p></article></main><footer>جميع الحقوق محفوظة</footer><script>var x = "<p>لا</p>"</script>`

const page = (head: string, body = BODY): Report => {
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`
  return clean(acquireBytes(Buffer.from(html), { now: new Date(0), path: 'a.html' })).report
}

describe('a web page', () => {
  const report = page(
    `<title>${TITLE} | منصة النهر</title><meta property="og:site_name" content="منصة النهر"><meta property="article:published_time" content="2020-09-08T15:45:00+02:00"><meta property="article:modified_time" content="2020-09-08T18:10:00+02:00"><meta name="author" content="سامر الحلبي"><link rel="canonical" href="https://nahr.example/2020/09/08/x">`,
  )
  const sliceOf = (kind: string): string[] =>
    report.blocks.filter((one) => one.kind === kind).map((one) => report.text.slice(one.start, one.end).trim())

  it('gives title, outlet, author, dates, address and language', () => {
    expect([
      report.title,
      report.outlet?.name,
      report.byline,
      report.published,
      report.updated?.edtf,
      report.source.url,
      report.language,
    ]).toEqual([
      TITLE,
      'منصة النهر',
      'سامر الحلبي',
      { edtf: '2020-09-08T15:45+02:00', basis: 'metadata' },
      '2020-09-08T18:10+02:00',
      'https://nahr.example/2020/09/08/x',
      'ar',
    ])
  })
  it('gives the main text alone, in blocks', () => {
    expect(sliceOf('title')).toEqual([TITLE])
    expect(sliceOf('caption')).toEqual([CAPTION])
    expect(report.text).toContain(LEAD)
    expect(report.text).not.toContain('جميع الحقوق')
    expect(report.text).not.toContain('var x')
    expect(sliceOf('boilerplate')).toEqual(['اقرأ أيضا: كيف يعيش سكان الريف بعد الهدنة؟'])
  })
  it('blocks partition the extracted text', () => {
    expect(report.blocks[0]!.start).toBe(0)
    expect(report.blocks.map((one) => report.text.slice(one.start, one.end)).join('')).toBe(report.text)
  })
})

describe('where a page keeps its facts', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"Organization","@id":"#o","name":"منصة النهر"},{"@type":"NewsArticle","datePublished":"2020-09-08T13:45:00.000Z","publisher":{"@id":"#o"}}]}</script>',
      '2020-09-08T13:45Z',
      'metadata',
      'منصة النهر',
    ],
    [
      'JSON-LD with a line break in a string',
      '<script type="application/ld+json">{"@type":"NewsArticle","description":"أ\nب","datePublished":"2020-09-08"}</script>',
      '2020-09-08',
      'metadata',
      undefined,
    ],
    ['a meta date', '<meta name="pubdate" content="Tue, 08 Sep 2020 13:45:00 GMT">', '2020-09-08T13:45Z', 'metadata', undefined],
    ['itemprop', '<meta itemprop="datePublished" content="2020-09-08">', '2020-09-08', 'metadata', undefined],
    ['the address', '<link rel="canonical" href="https://nahr.example/2020/09/08/x">', '2020-09-08', 'url', undefined],
    [
      'a broken meta date, then the address',
      '<meta name="date" content="soon"><link rel="canonical" href="https://nahr.example/2020/9/8/x">',
      '2020-09-08',
      'url',
      undefined,
    ],
  ])('%s', (_, head, edtf, basis, outlet) => {
    const report = page(`<title>${TITLE}</title>${head}`)
    expect([report.published, report.outlet?.name]).toEqual([{ edtf, basis }, outlet])
  })
  it('<time>', () =>
    expect(
      page(`<title>${TITLE}</title>`, BODY.replace('</h1>', '</h1><time datetime="2020-09-08T13:45+03:00">الثلاثاء</time>')).published
        ?.edtf,
    ).toBe('2020-09-08T13:45+03:00'))
  it('a visible Arabic date', () => {
    expect(page(`<title>${TITLE}</title>`, BODY.replace('</h1>', '</h1><p>تم النشر: 8 أيلول/سبتمبر 2020</p>')).published?.edtf).toBe(
      '2020-09-08',
    )
  })
  it('none at all: undated', () => expect(page(`<title>${TITLE}</title>`).published).toBeNull())
  it('a title without the outlet at its end', () =>
    expect(page(`<title>${TITLE} - منصة النهر</title>`, `<p>${LEAD}</p><p>${NEXT}</p>`).title).toBe(TITLE))
  it('a charset that only the page declares', () => {
    const table = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]))
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>${TITLE}</title></head><body><p>${LEAD}</p><p>${NEXT}</p></body></html>`
    const bytes = Buffer.from([...html].map((char) => table.get(char)!))
    expect(clean(acquireBytes(bytes, { now: new Date(0) })).report.title).toBe(TITLE)
  })
  it('a page without a main text', () =>
    expect(clean(acquireBytes(Buffer.from(`<html><body>${TITLE}</body></html>`), { now: new Date(0) })).report.text).toBe(TITLE))
})

describe('parts', () => {
  it.each([
    ['2018-06-15T19:46:52+03:00', '2018-06-15T19:46+03:00'],
    ['2018-06-15 19:46', '2018-06-15T19:46'],
    ['', undefined],
    ['yesterday', undefined],
    ['2018-13-45', undefined],
  ])('stamp %s', (value, edtf) => expect(parseStamp(value, {})).toBe(edtf))
  it.each([
    ['https://a.example/2018/06/15/x', '2018-06-15'],
    ['https://a.example/news/2018-06-15-x', '2018-06-15'],
    ['https://a.example/2018/06/', undefined],
    ['https://a.example/news/20180615', undefined],
  ])('address %s', (url, edtf) => expect(dateOfUrl(url)?.edtf).toBe(edtf))
  it('leaves tags out', () => {
    expect(stripTags('<p>قال <b>مسؤول</b> &quot;نعم&quot;&#33;</p><script>var a="<p>لا</p>"</script><!-- لا --><div>ثم</div>')).toBe(
      'قال مسؤول "نعم"!\n\nثم',
    )
  })
  it('reads JSON-LD lists and broken scripts', () => {
    expect(readJsonLd(['{', '[{"@type":["ReportageNewsArticle"],"author":[{"name":"أ"},{"name":"ب"}]}]']).author).toBe('أ، ب')
    expect(readJsonLd(['null', '3', '""'])).toEqual({})
  })
})
