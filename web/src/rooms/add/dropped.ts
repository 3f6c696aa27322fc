import type { Picked } from './staging.ts'

/** Files that an input gave; of a folder, with their places in it. */
export const chosen = (files: FileList | null): Picked[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name, inFolder: file.webkitRelativePath !== '' }))

/** Files that were dropped, folders opened. Must be called while the event is at hand. A folder that cannot be read gives nothing. */
export async function dropped(data: DataTransfer): Promise<Picked[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const opened = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = await Promise.all(
    opened.map(({ entry, file }) => {
      if (entry?.isDirectory) return under(entry as FileSystemDirectoryEntry)
      return file ? [{ file, path: file.name, inFolder: false }] : []
    }),
  )
  return found.flat()
}

async function under(folder: FileSystemDirectoryEntry): Promise<Picked[]> {
  const entries = await entriesOf(folder).catch(() => [])
  const found: Picked[] = []
  for (const entry of entries) {
    if (entry.isDirectory) found.push(...(await under(entry as FileSystemDirectoryEntry)))
    else found.push(...(await fileOf(entry as FileSystemFileEntry)))
  }
  return found
}

/** A folder hands its entries out in parts, and an empty part at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

const fileOf = async (entry: FileSystemFileEntry): Promise<Picked[]> => {
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)))
  return file ? [{ file, path: entry.fullPath.replace(/^\//u, ''), inFolder: true }] : []
}
