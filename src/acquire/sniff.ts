/** Bytes looked at to tell what a file is. */
const HEAD = 8192
/** Share of control bytes from which bytes are no text. */
const CONTROL_SHARE = 0.01
/** Share of UTF-16 units that must lie in the blocks of Arabic and Latin text for bytes without a mark to be UTF-16. */
const UTF16_SHARE = 0.85

/** File signatures of what cannot be read as text (sources: the formats' specifications). */
const SIGNATURES: readonly (readonly [type: string, bytes: string])[] = [
  ['application/pdf', '%PDF-'],
  ['application/zip', 'PK\u0003\u0004'],
  ['application/gzip', '\u001f\u008b'],
  ['image/png', '\u0089PNG'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/gif', 'GIF8'],
  ['application/vnd.sqlite3', 'SQLite format 3'],
  ['application/msword', '\u00d0\u00cf\u0011\u00e0'],
  ['application/x-elf', '\u007fELF'],
  ['application/rtf', '{\\rtf'],
]

const latin1 = (bytes: Uint8Array, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1')

/**
 * The UTF-16 order of bytes: by their mark, else by how many pairs are letters of Arabic or Latin text. Undefined for anything else.
 *
 * @example utf16Order(Buffer.from('\ufeffقال', 'utf16le')) // 'le'
 */
export function utf16Order(bytes: Uint8Array): 'le' | 'be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be'
  const pairs = Math.min(bytes.length, HEAD) >> 1
  if (pairs < 2) return undefined
  let le = 0
  let be = 0
  for (let i = 0; i < pairs; i++) {
    if (isTextUnit(bytes[2 * i]!, bytes[2 * i + 1]!)) le++
    if (isTextUnit(bytes[2 * i + 1]!, bytes[2 * i]!)) be++
  }
  if (le >= pairs * UTF16_SHARE && be < le * 0.7) return 'le'
  return be >= pairs * UTF16_SHARE && le < be * 0.7 ? 'be' : undefined
}

/** A unit of the Arabic block, general punctuation, or printable Latin and white space. */
const isTextUnit = (low: number, high: number): boolean =>
  high === 0x06 || high === 0x20 || (high === 0x00 && (low >= 0x20 || low === 0x0a || low === 0x0d || low === 0x09))

/**
 * Media type of a file that is not text, by its signature or its control bytes; undefined for text.
 *
 * @example binaryType(Buffer.from('%PDF-1.7')) // 'application/pdf'
 */
export function binaryType(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes, HEAD)
  const signed = SIGNATURES.find(([, signature]) => head.startsWith(signature))
  if (signed) return signed[0]
  if (utf16Order(bytes)) return undefined
  let controls = 0
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i)
    if (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d && unit !== 0x0c) controls++
  }
  return controls > head.length * CONTROL_SHARE ? 'application/octet-stream' : undefined
}

const HTML_START = /^[\s\ufeff\0]*(?:<!--[^>]{0,500}>\s*|<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|article|title|meta)\b/i
const ANY_TAG = /<(?:p|div|br|span|h[1-6]|table|ul|ol|li|a|img|section|article|main|meta|title|script)\b[^<]{0,500}>/i

/**
 * What a file is, by its content first and its name second: 'text/html', 'text/plain', or the type of what is no text.
 *
 * @example sniffMediaType(Buffer.from('<!doctype html><p>نص'), 'a.txt') // 'text/html'
 */
export function sniffMediaType(bytes: Uint8Array, name = ''): string {
  const binary = binaryType(bytes)
  if (binary) return binary
  const head = latin1(bytes, HEAD).replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
  const plain = utf16Order(bytes) ? head.replaceAll('\0', '') : head
  if (HTML_START.test(plain)) return 'text/html'
  return isHtmlName(name) && ANY_TAG.test(plain) ? 'text/html' : 'text/plain'
}

const isHtmlName = (name: string): boolean => /\.(?:x?html?|shtml|php|aspx?)$/i.test(name)
