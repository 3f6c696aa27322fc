/** A file of a form. `bytes` is null where it was larger than allowed: what came of it is let go at once. */
export interface FormFile {
  name: string
  bytes: Uint8Array | null
}

/** What a form may hold. Sizes in bytes. */
export interface FormLimits {
  file: number
  files: number
  total: number
}

/** How a form was broken or too large, for the one who words the refusal. */
export type FormProblem = 'boundary' | 'ended' | 'headers' | 'total' | 'files'

/** Bytes that the headers of one part may have. */
const HEADER_LIMIT = 16 * 1024
const CRLF = '\r\n'

/**
 * The boundary of a form's parts, from its content type (RFC 2046); null where there is none.
 *
 * @example boundaryOf('multipart/form-data; boundary=x') // 'x'
 */
export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(contentType)
  return found ? (found[1] ?? found[2] ?? null) : null
}

/**
 * Reads the files of a form (RFC 7578) as it comes; what is no file is passed over. The limits hold while it comes: no more is
 * ever kept in memory than they allow.
 *
 * @throws what `refuse` makes of a form that is broken, or larger than its limits
 */
export async function readFiles(
  body: AsyncIterable<Uint8Array>,
  options: { boundary: string; limits: FormLimits; refuse: (problem: FormProblem) => Error },
): Promise<FormFile[]> {
  const { limits, refuse } = options
  const parser = makeParser(options)
  let total = 0
  for await (const chunk of body) {
    total += chunk.length
    if (total > limits.total) throw refuse('total')
    parser.push(chunk)
  }
  return parser.end()
}

interface Part {
  name: string | null
  chunks: Uint8Array[]
  size: number
}

type Room = 'body' | 'after' | 'headers' | 'end'

function makeParser({ boundary, limits, refuse }: { boundary: string; limits: FormLimits; refuse: (problem: FormProblem) => Error }) {
  const delimiter = Buffer.from(`${CRLF}--${boundary}`)
  const files: FormFile[] = []
  // The first delimiter may stand at the very start: a line break before it makes it like the others.
  let rest: Buffer = Buffer.from(CRLF)
  let room: Room = 'body'
  let part: Part = { name: null, chunks: [], size: 0 }

  const keep = (bytes: Buffer): void => {
    part.size += bytes.length
    if (part.name === null) return
    if (part.size > limits.file) part.chunks = []
    else part.chunks.push(bytes)
  }
  const close = (): void => {
    if (part.name === null) return
    files.push({ name: part.name, bytes: part.size > limits.file ? null : Buffer.concat(part.chunks) })
    if (files.length > limits.files) throw refuse('files')
  }
  /** Each step takes what it can from `rest`; false where it needs more. */
  const steps: Record<Room, () => boolean> = {
    body() {
      const at = rest.indexOf(delimiter)
      const end = at >= 0 ? at : Math.max(0, rest.length - delimiter.length + 1)
      keep(rest.subarray(0, end))
      rest = rest.subarray(at >= 0 ? at + delimiter.length : end)
      if (at < 0) return false
      close()
      room = 'after'
      return true
    },
    after() {
      if (rest.length < 2) return false
      if (rest.subarray(0, 2).toString('latin1') === '--') room = 'end'
      else room = 'headers'
      return true
    },
    headers() {
      const at = rest.indexOf(CRLF + CRLF)
      if (at < 0 && rest.length > HEADER_LIMIT) throw refuse('headers')
      if (at < 0) return false
      part = { name: fileName(rest.subarray(0, at).toString('utf8')), chunks: [], size: 0 }
      rest = rest.subarray(at + 2 * CRLF.length)
      room = 'body'
      return true
    },
    end: () => false,
  }
  return {
    push(chunk: Uint8Array): void {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      while (steps[room]());
      if (room === 'end') rest = Buffer.alloc(0)
    },
    end(): FormFile[] {
      if (room !== 'end') throw refuse('ended')
      return files
    },
  }
}

/** The file name of a part; null where the part is no file. Browsers write a quotation mark in it as %22 (HTML standard). */
function fileName(headers: string): string | null {
  const disposition = /^content-disposition:(.*)$/imu.exec(headers)?.[1] ?? ''
  const extended = /;\s*filename\*=utf-8''([^;\s]+)/iu.exec(disposition)?.[1]
  const plain = /;\s*filename="([^"]*)"/iu.exec(disposition)?.[1] ?? /;\s*filename=([^;\s"]+)/iu.exec(disposition)?.[1]
  const name = extended === undefined ? plain?.replaceAll('%22', '"') : unescaped(extended)
  return name === undefined || name === '' ? null : labelOf(name)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Longest label, in UTF-16 code units: as long as file systems let a name be. */
const LABEL_LENGTH = 255

/**
 * A file name as a label: without folders, control characters and marks that turn the direction of text. Nothing is ever opened by it.
 *
 * @example labelOf('../../etc/x.txt') // 'x.txt'
 */
export function labelOf(name: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? ''
  const plain = base.replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  return plain === '' || plain === '.' || plain === '..' ? 'report' : plain.slice(-LABEL_LENGTH).toWellFormed()
}
