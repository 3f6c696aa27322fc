import { readFileSync } from 'node:fs'

/** One row of a tab-separated file, by column name; a cell that is missing at the end of a line is ''. */
export type Row = Record<string, string>

/**
 * Reads a tab-separated file with a header line. Empty lines and lines that start with `#` are skipped.
 * Throws when a line has more filled cells than the header.
 * @example readTable('gazetteer/names/SY.tsv')[0]?.en // 'Aleppo'
 */
export function readTable(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  const header = (lines[0] ?? '').split('\t')
  return lines.flatMap((line, at) => {
    if (at === 0 || line.trim() === '' || line.startsWith('#')) return []
    const cells = line.split('\t')
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) throw new Error(`${path}:${at + 1}: more cells than columns`)
    return [Object.fromEntries(header.map((name, i) => [name, (cells[i] ?? '').trim()]))]
  })
}

/** A tab-separated file's text from its columns and rows, with a final newline. */
export function tableText(columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((name) => row[name] ?? '').join('\t'))
  return `${[columns.join('\t'), ...lines].join('\n')}\n`
}
