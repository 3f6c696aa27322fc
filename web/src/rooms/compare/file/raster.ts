import { FACE } from '../chart/text.ts'

/** Pixels of the picture for one of the drawing. */
const SHARPNESS = 2

/**
 * An SVG document of {@link chartFile} as PNG. The texts are written by the canvas, which has the page's fonts: a picture made of an SVG
 * has none of them, and does not wait for fonts that are put into it. Texts lie on top of everything in these drawings.
 *
 * @throws where the browser cannot draw it
 */
export async function rasterOf(svg: string): Promise<Blob> {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  const texts = [...drawing.querySelectorAll('text')]
  const written = texts.map(textOf)
  for (const text of texts) text.remove()
  const image = await imageOf(new XMLSerializer().serializeToString(drawing))
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SHARPNESS
  canvas.height = image.naturalHeight * SHARPNESS
  const context = canvas.getContext('2d')!
  context.scale(SHARPNESS, SHARPNESS)
  context.drawImage(image, 0, 0)
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 12px ${FACE}`, 'أ1a')))
  context.direction = drawing.getAttribute('direction') === 'rtl' ? 'rtl' : 'ltr'
  for (const text of written) write(context, text)
  return pngOf(canvas)
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => {
      URL.revokeObjectURL(url)
      return image
    },
    (cause: unknown) => {
      URL.revokeObjectURL(url)
      throw cause
    },
  )
}

interface Text {
  text: string
  x: number
  y: number
  font: string
  fill: string
  anchor: string
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: 'start', middle: 'center', end: 'end' }

function write(context: CanvasRenderingContext2D, { text, x, y, font, fill, anchor }: Text): void {
  context.font = font
  context.fillStyle = fill
  context.textAlign = ALIGN[anchor] ?? 'start'
  context.fillText(text, x, y)
}

/** A text of the drawing, with what it inherits; groups move it, and nothing else does. */
function textOf(element: SVGTextElement): Text {
  const inherited = (name: string): string | null => element.closest(`[${name}]`)?.getAttribute(name) ?? null
  const moves = movesOf(element)
  return {
    text: element.textContent ?? '',
    x: Number(element.getAttribute('x')) + moves.x,
    y: Number(element.getAttribute('y')) + moves.y,
    font: `${inherited('font-weight') ?? 400} ${inherited('font-size') ?? 12}px ${FACE}`,
    fill: inherited('fill') ?? '#000',
    anchor: inherited('text-anchor') ?? 'start',
  }
}

const MOVE = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/u

function movesOf(element: Element): { x: number; y: number } {
  const [, x = 0, y = 0] = MOVE.exec(element.getAttribute('transform') ?? '') ?? []
  const above = element.parentElement ? movesOf(element.parentElement) : { x: 0, y: 0 }
  return { x: above.x + Number(x), y: above.y + Number(y) }
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
