import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const TEXT = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي، وأضافت أن قائمة ثانية ستعلن قريبا.'

/** Encodes by turning the platform's decoder round. */
function encode(text: string, encoding: string): Buffer {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte)
  return Buffer.from([...text].map((char) => table.get(char) ?? 0x3f))
}
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${TEXT}`), 'utf-16be'],
    ['UTF-16 LE without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16be(TEXT), 'utf-16be'],
    ['windows-1256', encode(TEXT, 'windows-1256'), 'windows-1256'],
    ['ISO 8859-6', encode(TEXT, 'iso-8859-6'), 'iso-8859-6'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decode(bytes)
    expect([decoded.encoding, decoded.text, decoded.warnings]).toEqual([encoding, TEXT, []])
  })

  it('knows windows-1256 from 60 characters', () => expect(decode(encode(TEXT.slice(0, 60), 'windows-1256')).encoding).toBe('windows-1256'))
  it('takes what a page declares for bytes that are no UTF-8', () =>
    expect(decode(encode('Überfall in Köln', 'windows-1252'), 'windows-1252').text).toBe('Überfall in Köln'))
  it('takes valid UTF-8 for UTF-8 whatever is declared', () => expect(decode(Buffer.from(TEXT), 'windows-1256').text).toBe(TEXT))
  it('ignores a charset that there is not', () => expect(decode(encode(TEXT, 'windows-1256'), 'x-unheard-of').text).toBe(TEXT))

  it('keeps broken UTF-8 with replacement and says so', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Uint8Array.of(0xd8, 0x20, 0xff), Buffer.from(TEXT)])
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.text).toContain('\ufffd')
    expect(decoded.text.startsWith(TEXT) && decoded.text.endsWith(TEXT)).toBe(true)
    expect(decoded.warnings[0]?.code).toBe('broken-utf8')
  })
  it('warns of a guess', () =>
    expect(decode(Buffer.from([0xe9, 0x74, 0xe9, 0x20, 0x64, 0x27, 0xe9, 0x74, 0xe9])).warnings[0]?.code).toBe('guessed-encoding'))
})
