/* Text of two directions on one line: isolated, so that neither reorders the other (Unicode UAX #9, FSI and PDI). */

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

/** Bidi controls: a report's own would reorder what stands around it once it is quoted. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** C0 and C1 controls (escape sequences among them) and white space of any length. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\s\u2028\u2029\ufeff]+/gu

/**
 * Text of a report made fit to stand on one line: controls and line breaks become single spaces, bidi controls go.
 *
 * @example oneLine('a\n\u001b[2Jb') // 'a [2Jb'
 */
export const oneLine = (text: string): string => text.replace(BIDI_CONTROLS, '').replace(CONTROLS, ' ').trim()

/** As {@link oneLine}, keeping one space at either end where there was white space. */
export const flatten = (text: string): string => text.replace(BIDI_CONTROLS, '').replace(CONTROLS, ' ')

/**
 * Isolates a piece of text of unknown direction from the line it is put in.
 *
 * @example isolate('قسد') // '\u2068قسد\u2069'
 */
export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${oneLine(text)}${POP_ISOLATE}`

/** Wraps text that is already one line (it may hold colour sequences) in an isolate. */
export const isolateRaw = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`
