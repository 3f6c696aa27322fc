import type { Lang } from '../../export/index.ts'
import type { Api } from '../context.ts'
import { Refusal } from '../errors.ts'
import { apiMessages } from '../messages/index.ts'
import type { LinkPage } from '../shapes.ts'

/** Reports whose links are fetched at a time. */
const STEP = 50

/**
 * A page of links. A link stands with the report at its first end, in the order of the list of reports; the links of one report are
 * never parted, so a page may be longer than asked for.
 */
export async function linkPage(api: Api, query: { after?: string; limit: number }): Promise<LinkPage> {
  const rows: LinkPage['rows'] = []
  let { after } = query
  do {
    const page = await api.desk.reports({ limit: STEP, ...(after === undefined ? {} : { after }) })
    rows.push(
      ...(await linksFrom(
        api,
        page.rows.map(({ key }) => key),
      )),
    )
    after = page.next ?? undefined
  } while (rows.length < query.limit && after !== undefined)
  return { rows, next: after ?? null }
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
