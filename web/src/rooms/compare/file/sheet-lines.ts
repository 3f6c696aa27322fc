import { dayOf } from '../../../../../src/export/dates.ts'
import type { Verdict } from '../../../../../src/model.ts'
import { isolated, linesOf, shortened, widthOf } from '../chart/text.ts'
import { keysOf, verdictsOf } from '../legend-parts.ts'
import { measureWords } from '../point-words.ts'
import { listOf, standing } from '../range-words.ts'
import type { SheetProps } from './sheet.tsx'

/** A line of text on the sheet. */
export interface Line {
  text: string
  size: number
  weight: number
  tone: 'ink' | 'ink-2' | 'ink-3'
  /** Room above it besides its own. */
  space?: number
}

const TITLE = 19
const PLAIN = 13
const SMALL = 11.5
/** Reports named on the sheet. */
const SOURCES = 40

/** Title, how it stands, its ends, and the policy where one was chosen. */
export function linesAbove({ detail, words }: SheetProps, width: number): Line[] {
  const { t, label } = words
  const { card } = detail
  const counts = t('support', {
    outlets: label('count.outlets', { n: card.outlets }),
    origins: label('count.origins', { n: card.origins }),
  })
  const ends = card.range.low.value === card.range.high.value ? (['only'] as const) : (['low', 'high'] as const)
  const range = ends.map((end) => {
    const { value, by } = standing(card.range, end, card.unit, words)
    return `${t(`range.${end}`)}: ${value}${by ? ` (${by})` : ''}`
  })
  return [
    ...linesOf(measureWords(card, words), width, TITLE, 600).map((text): Line => ({ text, size: TITLE, weight: 600, tone: 'ink' })),
    line([counts, card.contested ? t('contested') : ''].filter(Boolean).join(' · '), { weight: 600, space: 4 }),
    ...range.flatMap((text) => linesOf(text, width, PLAIN)).map((text) => line(text, { tone: 'ink-2' })),
    ...policyLines({ detail, words }, width),
  ]
}

const line = (text: string, more: Partial<Line> = {}): Line => ({ text, size: PLAIN, weight: 400, tone: 'ink', ...more })

function policyLines({ detail, words: { t, number } }: Pick<SheetProps, 'detail' | 'words'>, width: number): Line[] {
  if (detail.policy === 'range') return []
  const best = detail.best === null ? t('policy.none') : number(detail.best)
  return [
    line(`${t('policy.best')} (${t(`policy.${detail.policy}`)}): ${best}`, { weight: 600 }),
    ...linesOf(t(`policy.${detail.policy}.about`), width, SMALL).map((text) => line(text, { size: SMALL, tone: 'ink-3' })),
  ]
}

/** Who is behind it, report by report, and when the sheet was made. */
export function linesBelow({ detail, words, made }: SheetProps, width: number): Line[] {
  const { t, date } = words
  const reports = new Map(detail.points.map(({ claim }) => [claim.report, claim]))
  const named = [...reports.values()].slice(0, SOURCES).map(({ outlet, title, published }) =>
    t('file.source', {
      outlet: isolated(outlet ?? t('outlet.unknown')),
      title: isolated(title ?? '…'),
      date: published ? date(dayOf(published)) : t('detail.day.none'),
    }),
  )
  const rest = reports.size - named.length
  const small: Partial<Line> = { size: SMALL, tone: 'ink-2' }
  return [
    line(t('file.sources'), { weight: 600, space: 6 }),
    ...named.map((text) => line(shortened(text, width, SMALL), small)),
    ...(rest > 0 ? [line(t('file.more', { count: rest }), small)] : []),
    ...linesOf(t('range.about'), width, SMALL).map((text) => line(text, { size: SMALL, tone: 'ink-3' })),
    line(t('file.made', { date: date(made.toISOString().slice(0, 10)) }), { size: SMALL, tone: 'ink-3' }),
  ]
}

/** Entries of the legend with their place in rows that fill the width. */
export interface LegendEntry {
  u: number
  y: number
  text: string
  /** Number of an origin, or the mark of a verdict; else words only. */
  origin?: number
  verdict?: Verdict
}

const ROW = 20
const SYMBOL = 24
const ENTRY_GAP = 22
/** Widest name in the legend, so that one never fills a row alone. */
const NAME = 300

/** What colours, numbers and marks stand for. */
export function legendOf({ detail, words }: SheetProps, width: number): { entries: LegendEntry[]; height: number } {
  const { t, label } = words
  const origins = detail.origins.map(({ name, outlets }, origin) => ({
    origin,
    text: shortened(`${isolated(name ?? t('origin.unnamed'))}${outlets.length > 0 ? ` (${listOf(outlets, words)})` : ''}`, NAME, SMALL),
  }))
  const marks = [
    ...verdictsOf(detail).map((verdict) => ({ verdict, text: label(`verdict.${verdict}`) })),
    ...keysOf(detail).map((key) => ({ text: t(`legend.${key}`) })),
  ]
  const first = flow(origins, width, 0)
  const second = flow(marks, width, first.end + 4)
  return { entries: [...first.entries, ...second.entries], height: second.end }
}

function flow(items: readonly Omit<LegendEntry, 'u' | 'y'>[], width: number, top: number): { entries: LegendEntry[]; end: number } {
  let u = 0
  let y = top
  const entries = items.map((item) => {
    const symbol = item.origin === undefined && item.verdict === undefined ? 0 : SYMBOL
    const needed = symbol + widthOf(item.text, SMALL)
    if (u > 0 && u + needed > width) {
      u = 0
      y += ROW
    }
    const entry = { ...item, u, y }
    u += needed + ENTRY_GAP
    return entry
  })
  return { entries, end: y + ROW }
}

export const LEGEND = { size: SMALL, symbol: SYMBOL, row: ROW }
