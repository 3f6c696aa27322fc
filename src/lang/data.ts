import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LineCounter, parseDocument } from 'yaml'
import { IsnadError } from '../errors.ts'

/** Root of the package; src/ and dist/ lie one level below it, so one relative URL serves both. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))
/** Where `npm run build` puts the JSON of every YAML data file. */
export const compiledData = `${packageRoot}dist/data/`

const running = import.meta.url.endsWith('.js')

/**
 * Parses a YAML data file. Duplicate keys and syntax errors name file and line.
 *
 * @throws IsnadError bad-data
 * @example parseYaml('a: 1', 'x.yaml') // { a: 1 }
 */
export function parseYaml(source: string, file: string): unknown {
  const lines = new LineCounter()
  const parsed = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const [error] = parsed.errors
  if (error) {
    const { line } = lines.linePos(error.pos[0])
    throw new IsnadError({
      code: 'bad-data',
      message: `${file}:${line}: ${error.message.split('\n')[0]}`,
      hint: 'Correct that line of the data file.',
    })
  }
  return parsed.toJS()
}

/**
 * A data file of the package by its path from the root: the compiled JSON when running from dist/, else the YAML itself.
 *
 * @throws IsnadError bad-data
 * @example loadData('src/lang/ar/lexicon/months.yaml')
 */
export function loadData(path: string): unknown {
  const compiled = `${compiledData}${path}.json`
  if (running && existsSync(compiled)) return JSON.parse(readFileSync(compiled, 'utf8'))
  return parseYaml(readFileSync(packageRoot + path, 'utf8'), path)
}

/**
 * Paths (from the package root) of the YAML files of a folder, sorted.
 *
 * @example listData('registry') // ['registry/armed-groups.yaml', …]
 */
export const listData = (folder: string): string[] =>
  readdirSync(packageRoot + folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`)
