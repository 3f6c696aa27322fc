/**
 * Scores readings and links against gold and holds them to the pinned floors of test/floors.json.
 * Prints the scorer's own table. Without a gold folder beside the project there is nothing to score: it says so and ends well.
 *
 *   node scripts/scores.ts [--eval DIR] [--verbose]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/lang/data.ts'

const args = process.argv.slice(2)
const given = args.indexOf('--eval')
const evalDir = given >= 0 ? args[given + 1]! : join(packageRoot, '..', 'shared', 'eval')
const verbose = args.includes('--verbose') ? ['--verbose'] : []

type Score = { f1?: number; accuracy?: number }

if (!existsSync(join(evalDir, 'dev', 'gold'))) {
  console.log('No gold beside the project: nothing scored.')
  process.exit(0)
}
const work = mkdtempSync(join(tmpdir(), 'isnad-scores-'))
const gold = join(evalDir, 'dev', 'gold')

const failures = [...holdReadings(), ...holdLinks()]
rmSync(work, { recursive: true })
for (const failure of failures) console.log(`BELOW FLOOR  ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)

function isnad(...words: string[]): string {
  const run = spawnSync(process.execPath, [join(packageRoot, 'dist', 'cli', 'main.js'), ...words], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0 && run.status !== 1) throw new Error(`isnad ${words[0]} failed: ${run.stderr}`)
  return run.stdout
}

function score(script: string, words: string[]): Record<string, Score> {
  const node = (extra: string[]): string =>
    spawnSync(process.execPath, [join(evalDir, script), ...words, ...extra], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
  console.log(node(verbose))
  return JSON.parse(node(['--json'])) as Record<string, Score>
}

function holdReadings(): string[] {
  const readings = join(work, 'readings.jsonl')
  writeFileSync(readings, isnad('read', '--json', join(evalDir, 'dev', 'texts')))
  return hold('readings', score('score.mjs', [gold, readings]))
}

function holdLinks(): string[] {
  const ledger = join(work, 'ledger')
  isnad('ingest', join(evalDir, 'dev', 'texts'), '--ledger', ledger)
  const links = join(work, 'links.jsonl')
  writeFileSync(links, isnad('links', '--json', '--ledger', ledger))
  return hold('links', score('score-links.mjs', [join(evalDir, 'dev', 'links'), gold, links]))
}

function hold(kind: 'readings' | 'links', scores: Record<string, Score>): string[] {
  const floors = JSON.parse(readFileSync(join(packageRoot, 'test', 'floors.json'), 'utf8')) as Record<string, Record<string, number>>
  return Object.entries(floors[kind]!).flatMap(([name, floor]) => {
    const reached = scores[name]?.f1 ?? scores[name]?.accuracy ?? 0
    return reached >= floor ? [] : [`${kind} ${name}: ${reached.toFixed(3)} < ${floor}`]
  })
}
