/** A file that was dropped or chosen. `path` is its place under the folder that was dropped, or its name. */
export interface Picked {
  file: File
  path: string
  /** It came with a folder, not by its own name. */
  inFolder: boolean
}

/** Why a file is not sent, as far as can be known before it is read. */
export type Hindrance = 'hidden' | 'type' | 'binary' | 'empty' | 'too-large'

export interface Staged extends Picked {
  hindrance: Hindrance | null
}

/** File names that may hold a report: of a folder only these are taken, as by `isnad ingest`. */
const REPORT_TYPES = new Set(['', 'txt', 'text', 'html', 'htm', 'xhtml', 'shtml'])

/** What is never text, by its name; what else is no text the server tells. */
const BINARY_TYPES = new Set(
  ['pdf doc docx odt rtf pages ppt pptx xls xlsx ods epub', 'png jpg jpeg gif webp heic tif tiff svg', 'mp3 mp4 m4a mov avi wav ogg']
    .concat('zip gz rar 7z tar sqlite db exe dmg')
    .flatMap((some) => some.split(' ')),
)

/** @example extensionOf('a/b.TXT') // 'txt' */
export function extensionOf(path: string): string {
  const name = path.split('/').at(-1) ?? ''
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/**
 * What stands against sending a file; null for nothing.
 *
 * @param bytes most that a file may have
 */
export function hindranceOf({ file: { size }, path, inFolder }: Picked, bytes: number): Hindrance | null {
  const extension = extensionOf(path)
  if (inFolder && path.split('/').some((part) => part.startsWith('.'))) return 'hidden'
  if (BINARY_TYPES.has(extension)) return 'binary'
  if (inFolder && !REPORT_TYPES.has(extension)) return 'type'
  if (size === 0) return 'empty'
  return size > bytes ? 'too-large' : null
}

const nameOf = ({ path, file }: Picked): string => `${path}\n${file.size}\n${file.lastModified}`

/** Adds what was picked to what is there, each file once, in the order of paths within each time of picking. */
export function stage(staged: readonly Staged[], picked: readonly Picked[], bytes: number): Staged[] {
  const all = new Map(staged.map((one) => [nameOf(one), one]))
  for (const one of picked.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    if (!all.has(nameOf(one))) all.set(nameOf(one), { ...one, hindrance: hindranceOf(one, bytes) })
  return [...all.values()]
}

/**
 * Cuts files into as many requests as the server's limits ask for.
 *
 * @example batchesOf(files, { bytes: 64 * 1024 * 1024, files: 500 })
 */
export function batchesOf<T extends { file: Pick<File, 'size'> }>(files: readonly T[], limits: { bytes: number; files: number }): T[][] {
  const batches: T[][] = []
  let size = 0
  for (const one of files) {
    const last = batches.at(-1)
    if (!last || last.length >= limits.files || size + one.file.size > limits.bytes) {
      batches.push([one])
      size = one.file.size
    } else {
      last.push(one)
      size += one.file.size
    }
  }
  return batches
}

/** The label of a report's path without the beginning of its hash. @example labelOf('camp.txt#1f3a9c20') // 'camp.txt' */
export const labelOf = (path: string): string => path.replace(/#[0-9a-f]{8}$/u, '')
