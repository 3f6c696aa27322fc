import { byPublication } from './dossier/desk.ts'
import type { ExportFormat } from './format.ts'

/** One reading a line in order of publication, then one link a line: the contract's shapes, over the text as it was masked. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  kind: 'data',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  *write({ readings, links }) {
    for (const reading of [...readings].sort(byPublication)) yield `${JSON.stringify(reading)}\n`
    for (const link of links.map((l) => JSON.stringify(l)).sort()) yield `${link}\n`
  },
}
