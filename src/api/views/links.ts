import type { Lang } from '../../export/index.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../errors.ts'
import { apiMessages } from '../messages/index.ts'
import type { LinkPage } from '../shapes.ts'

/** Reports whose links are fetched at a time. */
const STEP = 10

/** Where a page begins: after a report of the list of reports, and after so many links of the {@link STEP} reports that follow it. */
const Cursor = /^(\d{1,9})\.(.*)$/su

/**
 * A page of links. A link stands with the report at its first end, in the order of the list of reports.
 *
 * @throws IsnadError `bad-usage` where `after` is no cursor
 */
export async function linkPage(api: Api, query: { after?: string; limit: number }): Promise<LinkPage> {
  const [, given = '0', place = query.after ?? ''] = Cursor.exec(query.after ?? '') ?? []
  const rows: LinkPage['rows'] = []
  let [skip, after] = [Number(given), place]
  for (;;) {
    const page = await api.desk.reports({ limit: STEP, ...(after === '' ? {} : { after }) })
    const links = await linksFrom(
      api,
      page.rows.map(({ key }) => key),
    )
    const wanted = query.limit - rows.length
    rows.push(...links.slice(skip, skip + wanted))
    if (links.length > skip + wanted) return { rows, next: `${skip + wanted}.${after}` }
    if (page.next === null) return { rows, next: null }
    if (rows.length === query.limit) return { rows, next: `0.${page.next}` }
    ;[skip, after] = [0, page.next]
  }
}

/** Links of which one of these reports is the first end. */
async function linksFrom({ desk }: Api, keys: readonly string[]): Promise<LinkPage['rows']> {
  const { links, ends } = await desk.bundle(keys)
  return links.map((link, i) => ({ ...ends[i]!, link })).filter(({ a }) => keys.includes(a))
}

/** All links of one report. @throws Refusal `not-found` */
export async function linksOf({ desk }: Api, report: string, lang: Lang): Promise<LinkPage> {
  const { keys, links, ends } = await desk.bundle([report])
  if (keys.length === 0) throw unknownReport(report, lang)
  return { rows: links.map((link, i) => ({ ...ends[i]!, link })), next: null }
}

export function unknownReport(key: string, lang: Lang): Refusal {
  const t = apiMessages(lang)
  return new Refusal({ status: 404, code: 'not-found', message: t('unknown-report', { key }), hint: t('unknown-report.hint') })
}
