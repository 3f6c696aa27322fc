import { binaryType, utf16Order } from '../acquire/sniff.ts'
import type { Warning } from '../model.ts'
import { loadNow } from './lazy.ts'

/** Bytes as text. A byte-order mark is dropped; everything else is kept, character for character. */
export interface Decoded {
  text: string
  /** Label of the WHATWG Encoding Standard. */
  encoding: string
  warnings: Warning[]
}

/** Good multi-byte sequences for one bad byte, from which bytes are UTF-8 with damage and not another encoding. */
const GOOD_FOR_BAD = 8
/** Bytes looked at by the statistics. */
const SAMPLE = 64 * 1024

/**
 * Decodes bytes: byte-order mark, then valid UTF-8, UTF-16 without a mark, the declared charset, UTF-8 with some damage (decoded
 * with U+FFFD, and a warning), and letter statistics for the old Arabic code pages. Valid UTF-8 beyond ASCII is UTF-8 whatever
 * a page declares: text in another encoding is practically never valid UTF-8.
 *
 * @example decode(Buffer.from([0xde, 0xc7, 0xe1])).encoding // 'windows-1256'
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const order = binaryType(bytes) ? undefined : utf16Order(bytes)
  if (order) return plain(bytes, `utf-16${order}`)
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', warnings: [] }
  const known = declared ? supported(declared) : undefined
  if (known && known !== 'utf-8') return plain(bytes, known)
  const { good, bad } = countUtf8(bytes)
  if (good >= bad * GOOD_FOR_BAD) return damaged(bytes, bad)
  return byStatistics(bytes)
}

const plain = (bytes: Uint8Array, encoding: string): Decoded => ({ text: new TextDecoder(encoding).decode(bytes), encoding, warnings: [] })

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The standard's name of a charset label that a page declares; undefined for one that there is not. */
function supported(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

const damaged = (bytes: Uint8Array, bad: number): Decoded => ({
  text: new TextDecoder('utf-8').decode(bytes),
  encoding: 'utf-8',
  warnings: [{ code: 'broken-utf8', message: `${bad} bytes are not valid UTF-8 and were replaced by U+FFFD` }],
})

/** Multi-byte sequences that are whole, and bytes beyond ASCII that belong to none. */
function countUtf8(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes[i]!)
    if (length === 1) i++
    else if (length > 1 && follow(bytes, i, length)) {
      good++
      i += length
    } else {
      bad++
      i++
    }
  }
  return { good, bad }
}

/** Length of a UTF-8 sequence by its first byte; 0 for a byte that starts none. */
const sequenceLength = (byte: number): number =>
  byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0

function follow(bytes: Uint8Array, at: number, length: number): boolean {
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return false
  return true
}

interface Detector {
  detect: (buffer: Buffer) => { encoding: string | null }
}

/** Old Arabic code pages that are tried by their letters. */
const CODE_PAGES = ['windows-1256', 'iso-8859-6'] as const
/** Share of plausible letters beyond ASCII from which the letters decide. */
const PLAUSIBLE = 0.6

function byStatistics(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE)
  const scored = CODE_PAGES.map((encoding) => ({ encoding, score: plausibility(new TextDecoder(encoding).decode(sample)) })).sort(
    (a, b) => b.score - a.score,
  )
  const [best] = scored
  if (best && best.score >= PLAUSIBLE) return plain(bytes, best.encoding)
  const guess = loadNow<Detector>('jschardet').detect(Buffer.from(sample)).encoding
  const encoding = (guess && supported(guess)) || 'windows-1252'
  return { ...plain(bytes, encoding), warnings: [{ code: 'guessed-encoding', message: `The encoding is a guess: ${encoding}` }] }
}

const COMMON = /[اليمونرتبةعدسفهكقحجشطصخىأإذئءضزثغؤآظ،؟«»]/u
/** Pairs that open or join Arabic words all the time (the article, ون, ات, ين, في, من). */
const PAIRS = ['ال', 'ون', 'ات', 'ين', 'في', 'من']

/** Pairs for one character beyond ASCII, in any Arabic text. */
const LEAST_PAIRS = 0.02

/** Share of the characters beyond ASCII that Arabic prose is made of; none without its commonest pairs. */
function plausibility(text: string): number {
  let beyond = 0
  let common = 0
  for (const char of text) {
    if (char.charCodeAt(0) < 0x80) continue
    beyond++
    if (COMMON.test(char)) common++
  }
  const pairs = PAIRS.reduce((sum, pair) => sum + text.split(pair).length - 1, 0)
  return pairs < Math.max(1, beyond * LEAST_PAIRS) ? 0 : common / beyond
}
