/**
 * How many cases of the Arabic language suites of others pass: writes docs/suites.md.
 *
 *   node scripts/suites.ts FOLDER [--failing SUITE]
 *
 * FOLDER holds the suites as JSON Lines (numbers, money, units, times). No sentence of theirs is written anywhere.
 * --failing prints the texts of one suite's failing cases, for those who work on the rules.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packageRoot } from '../src/lang/data.ts'
import { type Case, readCases } from './suites/cases.ts'
import { passesMoney, passesNumber, passesRange, passesUnit } from './suites/figures.ts'
import { reasonOf } from './suites/reasons.ts'
import { passesTime } from './suites/times.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { failing: { type: 'string' } } })
const [folder] = positionals
if (!folder) {
  console.error('usage: node scripts/suites.ts FOLDER [--failing SUITE]')
  process.exit(2)
}

type Check = (one: Case) => boolean
const FILES: readonly (readonly [file: string, check: Check])[] = [
  ['numbers.jsonl', (one) => (one.type === 'range' ? passesRange(one) : passesNumber(one))],
  ['money.jsonl', passesMoney],
  ['units.jsonl', passesUnit],
  ['times.jsonl', passesTime],
]

interface Tally {
  cases: Case[]
  failing: Case[]
}

const tallies = new Map<string, Tally>()
for (const [file, check] of FILES) {
  for (const one of readCases(folder, [file])) {
    const tally = tallies.get(one.suite) ?? { cases: [], failing: [] }
    tallies.set(one.suite, tally)
    tally.cases.push(one)
    if (!check(one)) tally.failing.push(one)
  }
}

/** Cases that the suite's own implementation passes; its count is known only where the suite marks its failures. */
const referenceOf = ({ cases }: Tally): string => {
  const failing = cases.filter((one) => one.refImplFails).length
  return failing === 0 ? '–' : String(cases.length - failing)
}

const idsBy = (failing: readonly Case[]): string => {
  const groups = Map.groupBy(failing, reasonOf)
  return [...groups].map(([reason, cases]) => `- ${reason} (${cases.length}): ${cases.map((one) => `\`${one.id}\``).join(' ')}`).join('\n')
}

const rows = [...tallies].map(
  ([suite, tally]) => `| ${suite} | ${tally.cases.length} | ${tally.cases.length - tally.failing.length} | ${referenceOf(tally)} |`,
)
const lists = [...tallies]
  .filter(([, tally]) => tally.failing.length > 0)
  .map(([suite, tally]) => `### ${suite}\n\n${idsBy(tally.failing)}`)
const total = [...tallies.values()].reduce(
  (sum, tally) => ({ cases: sum.cases + tally.cases.length, passed: sum.passed + tally.cases.length - tally.failing.length }),
  { cases: 0, passed: 0 },
)

const page = `# Language suites of others

Made by \`npm run suites -- FOLDER\` over Arabic number, money, unit and time suites made by other projects (half of each).
A case passes when a mention lies at its place and has its value; where a suite resolves bare weekdays and months to the future,
the past reading that news wants passes too. Bounds are compared by value, not by inclusion. The last column is the number of
cases that the suite's own Arabic implementation passes, where the suite says which it fails.

| suite | cases | passed here | passed by its own |
|---|---|---|---|
${rows.join('\n')}
| all | ${total.cases} | ${total.passed} | |

## Failing cases

By id (the number behind ~ counts within the suite), with the reason.

${lists.join('\n\n')}
`

if (values.failing === undefined) {
  writeFileSync(`${packageRoot}docs/suites.md`, page)
  console.log(`${total.passed} of ${total.cases} pass; docs/suites.md written`)
} else {
  for (const one of tallies.get(values.failing)?.failing ?? [])
    console.log(`${reasonOf(one).slice(0, 12)}\t${one.text}\t${one.surface ?? ''}\t${JSON.stringify(one.values ?? one.value)}`)
}
