import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryOf, type FormFile, type FormLimits, labelOf, readFiles } from './multipart.ts'

const LIMITS: FormLimits = { file: 100, files: 3, total: 2000 }
const BOUNDARY = 'x--boundary'

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

const read = (body: Uint8Array, sizes: readonly number[] = [7], limits = LIMITS): Promise<FormFile[]> =>
  readFiles(cut(body, sizes), { boundary: BOUNDARY, limits, refuse: (problem) => new Error(problem) })

const part = (head: string, content: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), Buffer.from(content as string), Buffer.from('\r\n')])
const file = (name: string, content: string | Uint8Array): Buffer =>
  part(`Content-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain`, content)
const form = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])

describe('a form', () => {
  it('gives the same files however it is cut', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.constantFrom('', `\r\n--${BOUNDARY.slice(0, 5)}`, '\r\n\r\n--', '--').map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (contents, sizes) => {
          const files = await read(form(...contents.map((bytes, i) => file(`${i}.txt`, bytes))), sizes)
          expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes!).toString('hex')])).toEqual(
            contents.map((bytes, i) => [`${i}.txt`, Buffer.from(bytes).toString('hex')]),
          )
        },
      ),
    )
  })

  it('lets go of a file that is too large, and keeps the others', async () => {
    const files = await read(form(file('big.txt', 'x'.repeat(101)), file('small.txt', 'x'.repeat(100))))
    expect(files.map(({ name, bytes }) => [name, bytes?.length])).toEqual([
      ['big.txt', undefined],
      ['small.txt', 100],
    ])
  })

  it('passes over fields and empty choices', async () => {
    const body = form(
      part('content-disposition: form-data; name="note"', 'نص'),
      part('Content-Disposition: form-data; name="files"; filename=""', ''),
      file('a.txt', 'نص'),
    )
    expect((await read(body)).map(({ name }) => name)).toEqual(['a.txt'])
  })

  it.each([
    ['more files than allowed', form(...['a', 'b', 'c', 'd'].map((name) => file(name, ''))), 'files'],
    ['more bytes than allowed', Buffer.alloc(2001), 'total'],
    ['a cut end', form(file('a.txt', 'نص')).subarray(0, -6), 'ended'],
    ['another boundary', Buffer.from('--other\r\n\r\n--other--'), 'ended'],
    ['nothing', Buffer.alloc(0), 'ended'],
  ])('with %s is refused', async (_, body, problem) => {
    await expect(read(body)).rejects.toThrow(problem)
  })

  it('with endless headers is refused', async () => {
    const body = Buffer.from(`--${BOUNDARY}\r\n${'x'.repeat(20_000)}`)
    await expect(read(body, [1000], { ...LIMITS, total: 1e6 })).rejects.toThrow('headers')
  })

  it.each([
    ['filename="a.txt"', 'a.txt'],
    ['filename=a.txt', 'a.txt'],
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="C:\\\\reports\\\\a.txt"', 'a.txt'],
    ['filename="تقرير.txt"', 'تقرير.txt'],
    ['filename="a%22b.txt"', 'a"b.txt'],
    ["filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.txt", 'تقرير.txt'],
    ["filename*=UTF-8''%FF", '%FF'],
  ])('names a file %s: %s', async (disposition, name) => {
    const files = await read(form(part(`Content-Disposition: form-data; name="files"; ${disposition}`, 'نص')))
    expect(files.map((one) => one.name)).toEqual([name])
  })
})

describe('a label', () => {
  it.each([
    ['a.txt', 'a.txt'],
    ['/etc/passwd', 'passwd'],
    ['..', 'report'],
    ['../', 'report'],
    ['', 'report'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['\u202ea.txt', 'a.txt'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(251)}.txt`],
  ])('%j is %j', (name, label) => expect(labelOf(name)).toBe(label))
})

describe('a boundary', () => {
  it.each([
    ['multipart/form-data; boundary=x', 'x'],
    ['multipart/form-data; charset=utf-8; Boundary="a b"', 'a b'],
    ['multipart/form-data', null],
    ['multipart/form-data; boundary=', null],
  ])('of %s is %s', (type, boundary) => expect(boundaryOf(type)).toBe(boundary))
})
