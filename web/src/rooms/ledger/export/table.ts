import type { ClaimView } from '../../../../../src/api/shapes.ts'
import type { Language } from '../../../i18n/use-words.ts'
import { placeName, roleLabel, roleName, valueLabel } from '../labels.ts'

/** Beginnings that a spreadsheet runs as a formula; their full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** A cell that no spreadsheet runs, on one line. @example cellOf('=1+1') // "'=1+1" */
export function cellOf(value: string | number | null | undefined): string {
  if (typeof value === 'number') return String(value)
  const line = (value ?? '').replace(/\s+/gu, ' ').trim()
  return FORMULA.test(line) ? `'${line}` : line
}

type Column = readonly [name: string, cell: (claim: ClaimView, words: Language) => string | number | null | undefined]

const whoOf = ({ roles }: ClaimView, words: Language): string =>
  roles.map((one) => `${roleLabel(one.role, words)}: ${roleName(one, words.lang)}`).join('; ')

const COLUMNS: readonly Column[] = [
  ['type', ({ type }, words) => valueLabel('type', type, null, words)],
  ['modality', ({ modality }, words) => valueLabel('modality', modality, null, words)],
  ['figure', ({ figure }) => figure?.text],
  ['min', ({ figure }) => figure?.min],
  ['max', ({ figure }) => figure?.max],
  ['unit', ({ figure }, words) => figure && valueLabel('unit', figure.unit, null, words)],
  ['counted', ({ figure }, words) => figure?.of && valueLabel('population', figure.of, null, words)],
  ['who', whoOf],
  ['time', ({ time }) => time],
  ['place', ({ place }, { lang }) => place && placeName(place, lang)],
  ['origin', ({ origin }) => origin?.name],
  ['chain', ({ chain }) => chain.map(({ text }) => text || '?').join(' ← ')],
  ['outlet', ({ outlet }) => outlet],
  ['published', ({ published }) => published],
  ['sentence', ({ evidence }) => evidence.text],
  ['link', ({ key }) => `${location.origin}/reports/${key.replace(':', '?claim=')}`],
]

/** Claims as rows of text, the head first: dates and numbers as in the data files, so that a spreadsheet can reckon with them. */
export const rowsOf = (claims: readonly ClaimView[], words: Language): string[][] => [
  COLUMNS.map(([name]) => words.t(`table.${name}`)),
  ...claims.map((claim) => COLUMNS.map(([, cell]) => cellOf(cell(claim, words)))),
]

/** For a text field or a spreadsheet. */
export const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

/** For a word processor. */
export function tableOf(rows: readonly (readonly string[])[], lang: Language['lang']): string {
  const table = document.createElement('table')
  table.dir = lang === 'ar' ? 'rtl' : 'ltr'
  rows.forEach((cells, i) => {
    const row = table.insertRow()
    for (const text of cells) {
      const cell = document.createElement(i === 0 ? 'th' : 'td')
      cell.dir = 'auto'
      cell.textContent = text
      row.append(cell)
    }
  })
  return table.outerHTML
}

/** Puts a table on the clipboard, as text and with its cells. @throws DOMException where the browser refuses */
export async function copyTable(rows: readonly (readonly string[])[], lang: Language['lang']): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type })
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(tabbed(rows))
  const both = { 'text/plain': blob('text/plain', tabbed(rows)), 'text/html': blob('text/html', tableOf(rows, lang)) }
  await navigator.clipboard.write([new ClipboardItem(both)])
}
