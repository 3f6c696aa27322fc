import { type Account, explain } from '../../export/explain.ts'
import type { Lang, ProtectedReading } from '../../export/index.ts'
import type { CopyLink } from '../../model.ts'
import type { Api } from '../context.ts'
import { makeCache } from '../desk/cache.ts'
import { Refusal } from '../errors.ts'
import { apiMessages } from '../messages/index.ts'
import { labelOf } from '../multipart.ts'
import type { CopyView, Explanation, ReportCard, ReportDetail } from '../shapes.ts'
import { unknownReport } from './links.ts'
import { isolated } from './quoted.ts'

/** Code units of the answers that are kept at hand: a report of 100,000 words takes some eleven million. */
const AT_HAND = 40_000_000

/** Reports as the text of their answers; those asked for of late are kept while the ledger stays as it is. */
export function makeReportTexts(api: Api): (key: string, lang: Lang) => Promise<string> {
  const texts = makeCache<string>(AT_HAND)
  let stand = ''
  return async (key, lang) => {
    const now = api.desk.revision()
    if (now !== stand) texts.clear()
    stand = now
    const known = texts.get(key)
    if (known !== undefined) return known
    const text = JSON.stringify((await reportDetail(api, key, lang)) satisfies ReportDetail)
    return api.desk.revision() === now && stand === now ? texts.set(key, text, text.length) : text
  }
}

/**
 * A report with all that is known of it, as it may leave: its reading, its claims, what it shares with others, where it came from.
 *
 * @throws Refusal `not-found`
 */
async function reportDetail(api: Api, key: string, lang: Lang): Promise<ReportDetail> {
  const { desk, ledger } = api
  const { readings, links, ends } = await desk.bundle([key])
  const [card] = await desk.cards([key])
  const reading = readings[0]
  if (!reading || !card) throw unknownReport(key, lang)
  const copies = links.flatMap((link, i) => (link.kind === 'copy' ? [{ link, ...ends[i]! }] : []))
  const versions = await ledger.history(key)
  const { masked, ...shown } = reading
  return {
    card,
    reading: shown,
    masked,
    claims: await desk.claimViews(reading.claims.map(({ id }) => ({ report: key, claim: id }))),
    findings: reading.findings.map((finding) => ({ ...finding, message: isolated(finding.message) })),
    copies: await copyViews(api, card, copies),
    source: await sourceOf(api, key, reading),
    rules: reading.rules,
    newer: Math.max(0, versions.length - 1),
  }
}

interface Copy {
  link: CopyLink
  a: string
  b: string
}

/** The passages on both sides, the largest share first. */
async function copyViews({ desk }: Api, card: ReportCard, copies: readonly Copy[]): Promise<CopyView[]> {
  const others = copies.map(({ a, b }) => (a === card.key ? b : a))
  const readings = await desk.readings(others)
  const cards = new Map((await desk.cards(others)).map((other) => [other.key, other]))
  const views = copies.flatMap((copy, i) => {
    const [other, reading] = [cards.get(others[i]!), readings.get(others[i]!)]
    return other && reading ? [copyView(card, other, copy, reading.report.text)] : []
  })
  return views.toSorted((x, y) => y.similarity - x.similarity || (x.other.key < y.other.key ? -1 : 1))
}

function copyView(card: ReportCard, other: ReportCard, { link, a }: Copy, text: string): CopyView {
  const isA = a === card.key
  const { relation, similarity } = link
  return {
    other,
    relation,
    similarity,
    earlier: card.published && other.published && card.published.edtf !== other.published.edtf ? isA : null,
    passages: link.passages.map((passage) => {
      const [here, there] = isA ? [passage.a, passage.b] : [passage.b, passage.a]
      return { here, there, text: text.slice(there.start, there.end) }
    }),
  }
}

async function sourceOf({ desk, ledger }: Api, key: string, { report }: ProtectedReading): Promise<ReportDetail['source']> {
  const { path, url, mediaType } = report.source
  // A report whose original was lost can still be read: it says that there are no bytes.
  const bytes = await ledger.bytes(key).catch(() => null)
  return {
    sha256: report.id.replace(/^sha256:/u, '').replace(/#.*$/u, ''),
    bytes: bytes?.length ?? 0,
    mediaType,
    path: path ?? null,
    url: url ?? null,
    retrievedAt: (await ledger.acquisition(key))?.retrievedAt ?? null,
    available: bytes !== null && desk.revealed() !== null,
  }
}

/**
 * The original bytes, where names are lifted: what is withheld from the text stands in them.
 *
 * @throws Refusal `not-found`, `forbidden`
 */
export async function original({ desk, ledger }: Api, key: string, lang: Lang): Promise<Response> {
  const [card] = await desk.cards([key])
  if (!card) throw unknownReport(key, lang)
  const t = apiMessages(lang)
  if (!desk.revealed())
    throw new Refusal({ status: 403, code: 'forbidden', message: t('withheld-original'), hint: t('withheld-original.hint') })
  const bytes = await ledger.bytes(key)
  // Never shown as what it is: a page would run in the workbench's own origin.
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': attachment(card.path) }
  return new Response(Buffer.from(bytes), { headers })
}

/** A header that saves an answer under a name (RFC 6266). @example attachment('a.txt') */
export function attachment(path: string): string {
  const name = labelOf(path.replace(/#[0-9a-f]{8}$/u, ''))
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${name.replace(/[^\w. -]/gu, '_')}"; filename*=UTF-8''${encoded}`
}

/** What was read off one offset of a report. @throws Refusal `not-found`, `bad-request` outside the text */
export async function explanation({ desk }: Api, { key, at }: { key: string; at: number }, lang: Lang): Promise<Explanation> {
  const reading = (await desk.readings([key])).get(key)
  if (!reading) throw unknownReport(key, lang)
  const { text } = reading.report
  const t = apiMessages(lang)
  if (at >= text.length) {
    const message = t('outside-text', { at: String(at), length: String(text.length) })
    throw new Refusal({ status: 400, code: 'bad-request', message, hint: t('outside-text.hint') })
  }
  const { line, block, groups } = explain(reading, at, lang)
  return {
    at,
    length: text.length,
    rules: reading.rules,
    line: { ...line, text: text.slice(line.start, line.end) },
    block: block ? { kind: block.kind, start: block.start, end: block.end } : null,
    groups: groups.map(({ kind, items }) => ({ kind, items: items.map((item) => accountView(item, text)) })),
  }
}

function accountView({ start, end, facts, chain, why }: Account, text: string): Explanation['groups'][number]['items'][number] {
  const hops = chain?.map((hop) => ({
    text: hop.text,
    span: { start: hop.start, end: hop.end },
    cue: hop.cue ? { start: hop.cue.start, end: hop.cue.end } : null,
    act: hop.act,
    named: hop.named,
    actor: hop.actor ?? null,
  }))
  return { start, end, text: text.slice(start, end), facts, chain: hops ?? null, why: [...why] }
}
