import { useRef, useState } from 'react'
import type { ClaimView, ReportDetail } from '../../../../src/api/shapes.ts'
import { formatBounds, populationLabel } from '../../../../src/export/figures.ts'
import { type Language, useWords } from '../../i18n/use-words.ts'
import { useReader } from './looking.ts'
import { READER } from './words.ts'

/** First strong isolate: words of the report keep their own direction wherever the citation is pasted. */
const isolate = (text: string): string => `\u2068${text}\u2069`

/**
 * A claim to be cited: figure, sentence, who published it when, the chain it came through, and where it stands in which bytes.
 *
 * @example citation(claim, detail, words).split('\n')[0] // 'killed: 19 dead (in its words: “19 قتيلا”)'
 */
export function citation(view: ClaimView, { card, reading, source, rules }: ReportDetail, words: Language): string {
  const { t, label, date } = words
  const outlet = isolate(card.outlet ?? label('report.no-outlet'))
  const title = isolate(card.title ?? label('report.untitled'))
  const day = card.published ? `${date(card.published.edtf)} (${label(`basis.${card.published.basis}`)})` : label('report.undated')
  const chain = view.chain.map((node) => isolate(node.text || label('report.no-outlet'))).join(' ← ')
  const place = { sha256: source.sha256, start: String(view.evidence.start), end: String(view.evidence.end), rules }
  return [
    headOf(view, words),
    t('cite.quote', { text: isolate(view.evidence.text.trim()) }),
    t('cite.report', { outlet, title, day }),
    t('cite.chain', { chain }),
    ...(reading.report.source.url ? [isolate(reading.report.source.url)] : []),
    t('cite.bytes', place),
  ].join('\n')
}

function headOf({ type, modality, figure }: ClaimView, { t, lang, label }: Language): string {
  const what = modality === 'actual' ? label(`type.${type}`) : `${label(`type.${type}`)} (${label(`modality.${modality}`)})`
  if (!figure) return what
  const counted = figure.unit === 'person' ? populationLabel(figure.of ?? 'people', label) : ''
  const value = [formatBounds(figure, lang, label), counted].filter(Boolean).join(' ')
  return t('cite.figure', { what, value, words: isolate(figure.text) })
}

/** How long 'copied' is said, in milliseconds. */
const SAID_MS = 4000

/** Puts the citation of a claim on the clipboard; where the browser refuses, it is shown to be copied by hand. */
export function useCite(view: ClaimView): { copied: boolean; fallback: string | null; cite: () => Promise<void> } {
  const words = useWords(READER)
  const { detail } = useReader()
  const [copied, setCopied] = useState(false)
  const [fallback, setFallback] = useState<string | null>(null)
  const timer = useRef(0)
  const cite = async (): Promise<void> => {
    const text = citation(view, detail, words)
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      clearTimeout(timer.current)
      timer.current = window.setTimeout(() => setCopied(false), SAID_MS)
    } catch {
      setFallback(text)
    }
  }
  return { copied, fallback, cite }
}
