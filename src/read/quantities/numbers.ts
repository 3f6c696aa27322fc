import { type Terms, termAt } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'
import { type Cardinal, readCardinals } from './cardinals.ts'
import { ordinalOf } from './ordinals.ts'

/** A number wherever it stands, whether or not it counts anything. */
export interface NumberMention {
  kind: 'cardinal' | 'ordinal' | 'percent'
  start: number
  end: number
  value: number
  /** 'end-1' for the last but one, 'current+1' for the next: an ordinal that counts from elsewhere. */
  relative?: string
}

interface Scene {
  document: Document
  terms: Terms
  numbers: readonly (Cardinal | undefined)[]
}

interface Piece {
  kind: NumberMention['kind']
  start: number
  next: number
  value: number
  relative?: string
}

/**
 * Reads every number of a document: cardinals with sign, decimals ('عشرة فاصلة سبعة') and fractions ('ثلاثة أرباع', '1/4'), ordinals, percentages.
 *
 * @example readNumbers(document, terms)[0]?.value
 */
export function readNumbers(document: Document, terms: Terms): NumberMention[] {
  const scene: Scene = { document, terms, numbers: readCardinals(document, terms) }
  const found: NumberMention[] = []
  for (let at = 0; at < document.tokens.length; at++) {
    const piece = signed(scene, at) ?? decimal(scene, at) ?? ordinal(scene, at) ?? cardinal(scene, at) ?? lonePart(scene, at)
    if (!piece) continue
    const whole = percent(scene, piece, at)
    found.push({
      kind: whole.kind,
      start: whole.start,
      end: document.tokens[whole.next - 1]!.end,
      value: whole.value,
      ...(whole.relative ? { relative: whole.relative } : {}),
    })
    at = whole.next - 1
  }
  return found
}

/** سالب عشرة، -5 */
function signed(scene: Scene, at: number): Piece | undefined {
  const token = scene.document.tokens[at]!
  const word = termAt(scene.terms, at, 'minus')
  const before = scene.document.tokens[at - 1]
  const sign =
    (token.form === '-' || token.form === '−') &&
    scene.document.tokens[at + 1]?.glued &&
    (!before || !token.glued || before.kind === 'punct')
  if (!word && !sign) return undefined
  const piece = decimal(scene, at + 1) ?? cardinal(scene, at + 1)
  return piece && { ...piece, start: token.start, value: -piece.value }
}

/** عشرة فاصلة سبعة: the words behind the point are digits behind it. */
function decimal({ document, terms, numbers }: Scene, at: number): Piece | undefined {
  const whole = numbers[at]
  if (!whole) return lonePoint({ document, terms, numbers }, at)
  const point = termAt(terms, whole.next, 'decimal-point')
  const part = point && numbers[point.last + 1]
  if (!part || !Number.isInteger(part.value)) return undefined
  return { kind: 'cardinal', start: whole.start, next: part.next, value: Number(`${whole.value}.${part.value}`) }
}

/** '.08' without a digit before the point. */
function lonePoint({ document: { tokens } }: Scene, at: number): Piece | undefined {
  const token = tokens[at]!
  const digits = tokens[at + 1]
  if (
    (token.form !== '.' && token.form !== '٫' && token.form !== ',') ||
    !digits?.glued ||
    digits.kind !== 'number' ||
    /[.,]/.test(digits.form)
  )
    return undefined
  if (token.glued && tokens[at - 1]?.kind !== 'punct') return undefined
  return { kind: 'cardinal', start: token.start, next: at + 2, value: Number(`0.${digits.form}`) }
}

/** A cardinal with the fraction behind it: '1/4', 'واحد على مئة', 'ثلاثة أرباع', 'سبعة وعشرة أخماس'. */
function cardinal(scene: Scene, at: number): Piece | undefined {
  const found = scene.numbers[at]
  if (!found) return undefined
  const piece: Piece = { kind: 'cardinal', start: found.start, next: found.next, value: found.value }
  return divided(scene, piece) ?? ofParts(scene, piece) ?? mixed(scene, piece) ?? piece
}

function divided({ document: { tokens }, numbers }: Scene, piece: Piece): Piece | undefined {
  const mark = tokens[piece.next]
  const slash = mark?.form === '/' && mark.glued && tokens[piece.next + 1]?.glued
  if (!slash && mark?.form !== 'على') return undefined
  const below = numbers[piece.next + 1]
  if (!below || below.value === 0 || tokens[below.next]?.form === '/') return undefined
  return { ...piece, next: below.next, value: piece.value / below.value }
}

/** ثلاثة أرباع */
function ofParts({ terms }: Scene, piece: Piece): Piece | undefined {
  const part = termAt<number>(terms, piece.next, 'fraction')
  return part && part.proclitics === '' ? { ...piece, next: part.last + 1, value: piece.value * part.entry.value } : undefined
}

/** '2 1/4', 'سبعة وعشرة أخماس': a whole and a fraction. */
function mixed(scene: Scene, piece: Piece): Piece | undefined {
  const { tokens } = scene.document
  const joined = tokens[piece.next]?.form === 'و' ? piece.next + 1 : piece.next
  const more = scene.numbers[joined]
  if (!more || !Number.isInteger(piece.value)) return undefined
  const second: Piece = { kind: 'cardinal', start: more.start, next: more.next, value: more.value }
  const digits = tokens[piece.next - 1]!.kind === 'number' && joined === piece.next && more.digits
  const fraction = digits
    ? divided(scene, second)
    : joined > piece.next || more.proclitics === 'و'
      ? (ofParts(scene, second) ?? divided(scene, second))
      : undefined
  return fraction && (!digits || fraction.value < 1) ? { ...piece, next: fraction.next, value: piece.value + fraction.value } : undefined
}

/** نصف، ثلثين standing alone. */
function lonePart({ document, terms }: Scene, at: number): Piece | undefined {
  const part = termAt<number>(terms, at, 'fraction')
  return part && part.suffix === ''
    ? { kind: 'cardinal', start: part.start, next: part.last + 1, value: part.entry.value }
    : document.tokens[at] && undefined
}

function ordinal(scene: Scene, at: number): Piece | undefined {
  const found = ordinalOf(scene, at)
  if (found) return { kind: 'ordinal', start: found.start, next: found.next, value: found.value }
  const relative = termAt<string>(scene.terms, at, 'relative-ordinal')
  return relative && { kind: 'ordinal', start: relative.start, next: relative.last + 1, value: Number.NaN, relative: relative.entry.value }
}

function percent({ document: { tokens }, terms }: Scene, piece: Piece, at: number): Piece {
  const after = termAt(terms, piece.next, 'percent')
  if (after) return { ...piece, kind: 'percent', next: after.last + 1 }
  const sign = tokens[at - 1]
  return sign && sign.kind === 'punct' && termAt(terms, at - 1, 'percent') ? { ...piece, kind: 'percent', start: sign.start } : piece
}
