export const FACE = '"IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, "DejaVu Sans", sans-serif'

/** Keeps the direction of a name apart from that of the line it stands in. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

const canvas = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
const known = new Map<string, number>()
/** Width of a letter by the height of its font, where nothing can be measured. */
const GUESS = 0.56

/** Width of a line of text in pixels. */
export function widthOf(text: string, size: number, weight = 400): number {
  const font = `${weight} ${size}px ${FACE}`
  const key = `${font} ${text}`
  const found = known.get(key)
  if (found !== undefined) return found
  if (canvas) canvas.font = font
  const width = canvas ? canvas.measureText(text).width : text.length * size * GUESS
  known.set(key, width)
  return width
}

/** Cut to a width, with an ellipsis. @example shortened('Telegraph', 30, 12) // 'Tele…' */
export function shortened(text: string, width: number, size: number, weight = 400): string {
  if (widthOf(text, size, weight) <= width) return text
  const letters = [...text]
  let length = letters.length
  while (length > 1 && widthOf(`${letters.slice(0, length).join('')}…`, size, weight) > width) length--
  return `${letters.slice(0, length).join('').trimEnd()}…`
}

/** Breaks a text into lines of at most `width` pixels at its spaces. */
export function linesOf(text: string, width: number, size: number, weight = 400): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(longer, size, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => shortened(line, width, size, weight))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A date of the axis. */
export function tickText(date: Date, step: 'day' | 'month' | 'year', locale: string): string {
  const key = `${locale} ${step}`
  const options: Intl.DateTimeFormatOptions =
    step === 'day' ? { day: 'numeric', month: 'short' } : step === 'month' ? { month: 'short' } : { year: 'numeric' }
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, format)
  return format.format(date)
}

/** After fonts were loaded. */
export const forgetWidths = (): void => known.clear()
