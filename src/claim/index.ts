import type { Claim, Finding, Report, Statement, Warning } from '../model.ts'
import { readStatements } from './chains/index.ts'
import { readClaims } from './events/index.ts'
import type { Reading } from './events/scene.ts'
import { readFindings } from './findings/index.ts'

/** What the claim stage makes of one reading. */
export interface Claimed {
  statements: Statement[]
  claims: Claim[]
  findings: Finding[]
  warnings: Warning[]
}

/**
 * Reads who says what: statements with their chains, then claims, then what the report says against itself.
 *
 * @example claim(report, read(report)).claims[0]?.chain.map((hop) => hop.text)
 */
export function claim(report: Report, reading: Reading): Claimed {
  const { statements, warnings } = readStatements(reading.document, reading.terms, reading.mentions)
  const { claims, scene } = readClaims(report, reading, statements)
  return { statements, claims, findings: readFindings(scene, claims), warnings }
}
