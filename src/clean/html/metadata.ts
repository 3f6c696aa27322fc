import type { DatedBy } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { type Day, readDate } from '../dates.ts'
import { layOut } from '../page.ts'
import { chooseOrder, edtfDay, edtfStamp, fromHijri } from '../stamp.ts'
import { type ArticleData, readJsonLd } from './json-ld.ts'
import type { Scan } from './scan.ts'

/** What a page's metadata says of its report. */
export interface PageData {
  title: string | null
  outlet: string | null
  author: string | null
  published: DatedBy | null
  updated: DatedBy | null
  /** Absolute canonical address. */
  url: string | null
}

/** Names of <meta> by what they say, the most telling first (Open Graph, article vocabulary, Dublin Core, Parsely, Sailthru). */
const METAS = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'apple-mobile-web-app-title'],
  author: ['author', 'article:author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author', 'twitter:creator'],
  published: [
    'article:published_time',
    'article:published',
    'datepublished',
    'og:published_time',
    'publish_date',
    'publishdate',
    'pubdate',
    'publication_date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'date',
  ],
  updated: ['article:modified_time', 'article:modified', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified', 'lastmod'],
} as const

/**
 * Reads title, outlet, author, dates and address off a page's metadata.
 *
 * @example readMetadata(scanPage(html), {}).published // { edtf: '2018-06-15T19:46Z', basis: 'metadata' }
 */
export function readMetadata(scan: Scan, options: { notAfter?: Day }): PageData {
  const data = readJsonLd(scan.jsonLd)
  const outlet = clean(first(scan, 'outlet') ?? data.publisher)
  const dated = (values: readonly (string | undefined)[]): DatedBy | null => firstDate(values, options)
  const published = dated([data.datePublished, ...all(scan, 'published'), ...scan.times])
  const updated = dated([data.dateModified, ...all(scan, 'updated')])
  return {
    title: titleOf(scan, data, outlet),
    outlet,
    author: authorOf(scan, data, outlet),
    published,
    updated,
    url: absolute(scan.canonical) ?? absolute(scan.metas.get('og:url')) ?? absolute(data.url),
  }
}

const all = (scan: Scan, what: keyof typeof METAS): (string | undefined)[] => METAS[what].map((name) => scan.metas.get(name))
const first = (scan: Scan, what: keyof typeof METAS): string | undefined => all(scan, what).find((value) => value !== undefined)
const clean = (text: string | undefined): string | null => text?.replace(/[\s\u00a0]+/gu, ' ').trim() || null

const absolute = (url: string | undefined): string | null => (url && /^https?:\/\//i.test(url.trim()) ? url.trim() : null)

function authorOf(scan: Scan, data: ArticleData, outlet: string | null): string | null {
  const named = [data.author, ...all(scan, 'author')].map(clean).find((one) => one !== null && !/^(?:https?:|@|www\.)/i.test(one))
  return named && outlet && fold(named) === fold(outlet) ? null : (named ?? null)
}

/** The heading that the page shows, when its metadata agree; else theirs, without the outlet's name at the end. */
function titleOf(scan: Scan, data: ArticleData, outlet: string | null): string | null {
  const stated = [first(scan, 'title'), data.headline, scan.title].map((one) => clean(one)).filter((one) => one !== null)
  const headings = scan.headings.map((one) => clean(one)).filter((one) => one !== null)
  const shown = headings.find((one) => stated.some((other) => startsAlike(other, one)))
  if (shown) return shown
  const [best] = stated
  if (best) return withoutOutlet(best, outlet)
  return headings.length === 1 ? headings[0]! : null
}

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const startsAlike = (stated: string, heading: string): boolean =>
  bare(heading).length > 8 && (bare(stated).startsWith(bare(heading)) || bare(heading).startsWith(bare(stated)))

/** 'الخبر | المنصة', 'الخبر - المنصة': the last part goes when it is the outlet or much shorter than the rest. */
function withoutOutlet(title: string, outlet: string | null): string {
  const at = Math.max(title.lastIndexOf(' | '), title.lastIndexOf(' - '), title.lastIndexOf(' – '), title.lastIndexOf(' — '))
  if (at < 0) return title
  const tail = title.slice(at + 3)
  const isOutlet = outlet !== null && (bare(outlet).includes(bare(tail)) || bare(tail).includes(bare(outlet)))
  return isOutlet || (tail.split(' ').length <= 3 && title.slice(0, at).split(' ').length >= 5) ? title.slice(0, at).trim() : title
}

function firstDate(values: readonly (string | undefined)[], options: { notAfter?: Day }): DatedBy | null {
  for (const value of values) {
    const edtf = value && parseStamp(value, options)
    if (edtf) return { edtf, basis: 'metadata' }
  }
  return null
}

/** Longest value looked at for a date. */
const MOST_STAMP = 80

/**
 * A date as metadata write it, as EDTF; undefined where it is none.
 *
 * @example parseStamp('2018-06-15T19:46:52.000Z', {}) // '2018-06-15T19:46Z'
 */
export function parseStamp(value: string, options: { notAfter?: Day }): string | undefined {
  const page = layOut(value.slice(0, MOST_STAMP))
  const date = page.tokens.length > 0 ? readDate(page, 0, page.tokens.length - 1) : null
  if (!date) return undefined
  const { day } = chooseOrder(date, { sure: [], notAfter: options.notAfter })
  const common = date.calendar === 'hijri' ? fromHijri(day) : day
  return common ? edtfStamp(common, date.time) : undefined
}

const URL_DATE = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/

/**
 * The date that an address carries ('/2018/06/15/'), as EDTF.
 *
 * @example dateOfUrl('https://a.example/2018/06/15/x') // { edtf: '2018-06-15', basis: 'url' }
 */
export function dateOfUrl(url: string | null | undefined): DatedBy | null {
  const found = url ? URL_DATE.exec(url) : null
  if (!found) return null
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? { edtf: edtfDay({ year, month, day }), basis: 'url' }
    : null
}
