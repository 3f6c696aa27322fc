import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/lang/data.ts'

/** Data flows one way: a folder imports itself and what stands before it. */
const ORDER = [
  'errors.ts',
  'model.ts',
  'text',
  'lang',
  'events',
  'acquire',
  'clean',
  'read',
  'claim',
  'pipeline.ts',
  'link',
  'ledger',
  'export',
  'index.ts',
  'api',
  'cli',
]
const LONGEST_FILE = 400

const sources = globSync('src/**/*.ts', { cwd: packageRoot }).sort()
const roomOf = (path: string): string => path.split('/')[1]!
const importsOf = (path: string): string[] => {
  const source = readFileSync(join(packageRoot, path), 'utf8')
  return [...source.matchAll(/(?:from|import) '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((match) =>
    relative(packageRoot, join(packageRoot, dirname(path), (match[1] ?? match[2])!)),
  )
}

describe('the house', () => {
  it('has every folder in the order of the data flow', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !ORDER.includes(room))).toEqual([])
  })

  it('imports only what lies before', () => {
    const wrong = sources
      .filter((path) => !path.endsWith('.test.ts'))
      .flatMap((path) => importsOf(path).map((target) => [path, target] as const))
      .filter(([path, target]) => ORDER.indexOf(roomOf(target)) > ORDER.indexOf(roomOf(path)))
      .map(([path, target]) => `${path} imports ${target}`)
    expect(wrong).toEqual([])
  })

  it('keeps files short', () => {
    const long = [...sources, ...globSync(['scripts/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'], { cwd: packageRoot })].filter(
      (path) => readFileSync(join(packageRoot, path), 'utf8').split('\n').length > LONGEST_FILE,
    )
    expect(long).toEqual([])
  })

  it('has no Arabic spelling class, \\b or \\w in a rule', () => {
    const rules = sources.filter((path) => /src\/(lang|read|claim)\//.test(path) && !path.endsWith('.test.ts'))
    const wrong = rules.filter((path) => /\[أا\]|\[اأإآ\]/u.test(readFileSync(join(packageRoot, path), 'utf8')))
    expect(wrong).toEqual([])
  })

  it('lists every import of a package in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const known = new Set(Object.keys({ ...manifest.dependencies }))
    const used = sources
      .filter((path) => !path.endsWith('.test.ts') && !path.includes('/testing'))
      .flatMap((path) =>
        [...readFileSync(join(packageRoot, path), 'utf8').matchAll(/^(?:import|export)[^'\n]* from '([^.'][^']*)'/gm)].map(
          (match) => match[1]!,
        ),
      )
      .map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!))
    expect([...new Set(used)].filter((name) => !name.startsWith('node:') && !known.has(name))).toEqual([])
  })
})
