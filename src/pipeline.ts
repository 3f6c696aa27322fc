import type { Acquired } from './acquire/index.ts'
import { claim } from './claim/index.ts'
import { clean } from './clean/index.ts'
import { type Reading, type Report, RULES_VERSION } from './model.ts'
import { read } from './read/index.ts'
import type { FactOptions } from './read/lexicon.ts'
import { isReadable, withActors } from './read/report.ts'

/**
 * The whole system for one report: bytes → report → mentions → statements, claims, findings.
 * Pure: nothing is read but the bytes, the package's own data and the further facts named.
 *
 * @throws IsnadError when the bytes are no report (empty, binary, too large)
 * @example const reading = readReport(acquired); reading.claims[0]?.chain
 */
export function readReport(acquired: Acquired, facts: FactOptions = {}): Reading {
  const { report, warnings } = clean(acquired)
  if (!isReadable(report)) return unread(report, warnings)
  const reading = read(report, facts)
  const claimed = claim(report, reading)
  return {
    schema: 'isnad.reading/1',
    rules: RULES_VERSION,
    report: withActors(report, facts),
    mentions: reading.mentions,
    statements: claimed.statements,
    claims: claimed.claims,
    findings: claimed.findings,
    warnings: [...warnings, ...reading.warnings, ...claimed.warnings],
  }
}

/** A report in a language that cannot be read yet is kept whole, with empty mentions and a warning. */
function unread(report: Report, warnings: Reading['warnings']): Reading {
  const message = `The report is in '${report.language}'; only Arabic is read so far. It is kept, and nothing is claimed from it.`
  return {
    schema: 'isnad.reading/1',
    rules: RULES_VERSION,
    report,
    mentions: { quantities: [], times: [], places: [], actors: [] },
    statements: [],
    claims: [],
    findings: [],
    warnings: [...warnings, { code: 'unread-language', message }],
  }
}
