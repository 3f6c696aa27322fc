import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { packageRoot } from '../../src/lang/data.ts'

const assets = join(process.env.ISNAD_WEB ?? join(packageRoot, 'dist', 'web'), 'assets')
/** What the first page may weigh in compressed JavaScript, in bytes. */
const LIMIT = 200_000

/** A script and every script that it cannot run without. */
function withImports(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known
  known.add(name)
  const source = readFileSync(join(assets, name), 'utf8')
  for (const [, imported] of source.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu)) withImports(imported!, known)
  return known
}

it('opens the first page with less than 200 kB of compressed JavaScript', () => {
  const page = readFileSync(join(assets, '..', 'index.html'), 'utf8')
  const [, entry] = /src="\/assets\/([^"]+\.js)"/u.exec(page)!
  const room = readdirSync(assets).find((name) => /^overview-.*\.js$/u.test(name))!
  const scripts = withImports(room, withImports(entry!))
  const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  expect(scripts.size).toBeGreaterThan(2)
  expect(bytes).toBeLessThan(LIMIT)
})
