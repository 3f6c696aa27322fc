import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import type { Language } from '../../../i18n/use-words.ts'
import type { ScaleName } from '../chart/scale.ts'
import { csvOf } from './csv.ts'

export interface Saved {
  detail: MeasureDetail
  scale: ScaleName
  what: string
  words: Language
}

/** Makes the chart as a file that stands alone, and hands it to the browser. The maker is loaded when it is first asked for. */
export async function saveChart(kind: 'svg' | 'png', saved: Saved): Promise<void> {
  const [{ chartFile }, { rasterOf }] = await Promise.all([import('./chart-file.tsx'), import('./raster.ts')])
  const svg = chartFile(saved)
  const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await rasterOf(svg)
  download(blob, `${nameOf(saved.detail, saved.words)}.${kind}`)
}

/** The figures with their sentences. */
export function saveTable(detail: MeasureDetail, words: Language): void {
  download(new Blob([csvOf(detail)], { type: 'text/csv' }), `${nameOf(detail, words)}.csv`)
}

const nameOf = (detail: MeasureDetail, { t }: Language): string => `${t('save.name')}-${detail.card.type}-${detail.card.id.slice(0, 8)}`

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
