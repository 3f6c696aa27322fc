import { type Acquired, refusal } from '../acquire/index.ts'
import { IsnadError } from '../errors.ts'
import type { DatedBy, Report, Warning } from '../model.ts'
import type { Day } from './dates.ts'
import { decode } from './decode.ts'
import { cleanPage, dateOfUrl } from './html/index.ts'
import { detectLanguage } from './language.ts'
import { type Cleaned, cleanText } from './plain.ts'

/**
 * Turns acquired bytes into a report: text, title, outlet, dates, blocks by kind. For plain text `report.text` is the decoded file,
 * character for character (a byte-order mark alone is dropped); for HTML it is the extracted text.
 *
 * @throws IsnadError not-text for what is empty or no text, too-large beyond the limit
 * @example clean(acquireBytes(bytes, { now })).report.title
 */
export function clean(acquired: Acquired): { report: Report; warnings: Warning[] } {
  const refused = refusal(acquired)
  if (refused) throw refused
  const isPage = acquired.source.mediaType.startsWith('text/html')
  const { text: source, warnings } = decode(acquired.bytes, declaredCharset(acquired, isPage))
  const page = isPage ? cleanPage(source, { notAfter: dayOf(acquired.source.retrievedAt) }) : undefined
  const text = page?.text ?? source
  if (!SAYS_SOMETHING.test(text)) throw nothingThere(acquired)
  const cleaned = page ?? cleanText(text, { notAfter: dayOf(acquired.source.retrievedAt) })
  const report = reportOf(acquired, text, cleaned, page)
  return { report, warnings: [...warnings, ...cleaned.warnings] }
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u

function reportOf(
  acquired: Acquired,
  text: string,
  cleaned: Cleaned,
  page: { url: string | null; lang: string | null } | undefined,
): Report {
  const { given } = acquired
  const url = given.url ?? acquired.source.url ?? page?.url ?? undefined
  const detected = detectLanguage(text)
  const outlet = given.outlet ?? cleaned.outlet
  return {
    id: acquired.id,
    source: { ...acquired.source, ...(url ? { url } : {}) },
    title: cleaned.title,
    outlet: outlet ? { name: outlet } : null,
    credits: cleaned.credits,
    byline: cleaned.byline,
    published: publishedOf(given.published, cleaned.published, url),
    updated: cleaned.updated,
    language: detected === 'und' && page?.lang ? page.lang : detected,
    text,
    blocks: cleaned.blocks,
  }
}

const publishedOf = (given: string | undefined, found: DatedBy | null, url: string | undefined): DatedBy | null =>
  given ? { edtf: given, basis: 'given' } : (found ?? dateOfUrl(url))

/** Bytes of a page within which its charset must be declared (HTML standard: 1024; some pages need more). */
const CHARSET_WITHIN = 4096
const CHARSET = /charset\s*=\s*["']?\s*([a-z0-9_-]{2,30})/i

/** The charset of the media type, else of the page's <meta>. */
function declaredCharset(acquired: Acquired, isPage: boolean): string | undefined {
  const ofType = CHARSET.exec(acquired.source.mediaType)?.[1]
  if (ofType || !isPage) return ofType
  return CHARSET.exec(Buffer.from(acquired.bytes.subarray(0, CHARSET_WITHIN)).toString('latin1'))?.[1]
}

function dayOf(stamp: string | undefined): Day | undefined {
  const at = stamp ? new Date(stamp) : undefined
  return at && !Number.isNaN(at.getTime()) ? { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() } : undefined
}

const nothingThere = (acquired: Acquired): IsnadError =>
  new IsnadError({
    code: 'not-text',
    message: `${acquired.source.path ?? 'The input'} holds no text`,
    hint: 'Nothing to read: check how the file was made.',
  })
