import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../lang/data.ts'
import { exampleServer, START_MS, type TestServer } from './testing/server.ts'

const text = readFileSync(join(packageRoot, 'docs', 'api.md'), 'utf8')
const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/gu)].map((match) => match[1]!)

const has = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let server: TestServer
let dir: string
beforeAll(async () => {
  server = await exampleServer()
  dir = mkdtempSync(join(tmpdir(), 'isnad-docs-'))
  writeFileSync(join(dir, 'report.txt'), 'قال المجلس المدني في الرقة إن 40 شخصا وصلوا يوم 3 آذار/مارس 2021.\n')
  writeFileSync(join(dir, 'empty.txt'), '')
}, START_MS)
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Runs a block as a reader would paste it; every command must succeed. */
const runBlock = async (block: string): Promise<string> => {
  const script = `set -e\nISNAD=${server.url}\n${block}`
  return (await promisify(execFile)('sh', ['-c', script], { cwd: dir, maxBuffer: 1e8 })).stdout
}

describe('docs/api.md', () => {
  it
    .skipIf(!has('curl'))
    .each(blocks.map((block) => [block.split('\n').find((line) => line.startsWith('curl') || line.includes('$(curl'))!, block]))(
    'does what it says (left out where curl is missing): %s',
    async (_, block) => {
      const answer = await runBlock(block)
      const shown = /^# (\{.*\})$/mu.exec(block)?.[1]
      if (shown) expect(answer).toMatch(new RegExp(shown.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace('…', '.*'), 'u'))
      else expect(block.includes('-o ') || answer.length > 100).toBe(true)
      expect(answer.includes('"error":{') && !shown ? /"state":"failed"/u.test(answer) : true).toBe(true)
    },
  )

  it('names every route', async () => {
    const { paths } = (await server.get('/api/openapi.json')).json
    const missing = Object.keys(paths).filter(
      (path) => ![path, path.replace('{shape}', 'reading').replace('{id}', '$run')].some((name) => text.includes(name)),
    )
    expect(missing).toEqual([])
  })
})
