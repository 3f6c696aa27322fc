import { IsnadError } from '../errors.ts'
import { csv } from './csv.ts'
import type { ExportFormat } from './format.ts'
import { html } from './html.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { terminal } from './terminal.ts'

/** Every format, one line each: a new one is a file beside this and a line here. */
export const FORMATS: readonly ExportFormat[] = [terminal, markdown, html, csv, jsonl]

/**
 * Finds a format by name among those of a kind.
 *
 * @throws IsnadError `bad-usage` where there is none of that name.
 * @example formatNamed('csv', 'data').extension // 'csv'
 */
export function formatNamed(name: string, kind: ExportFormat['kind']): ExportFormat {
  const known = FORMATS.filter((format) => format.kind === kind)
  const format = known.find((f) => f.name === name)
  if (format) return format
  const names = known.map((f) => f.name).join(', ')
  throw new IsnadError({ code: 'bad-usage', message: `No format is called “${name}” here.`, hint: `Choose one of: ${names}.` })
}

export { POLICIES, type Policy, policyNamed } from './dossier/policy.ts'
export { buildDossier, type Dossier, type DossierOptions } from './dossier.ts'
export type { ExportFormat, ExportInput } from './format.ts'
export type { Lang } from './messages/index.ts'
export { portable } from './privacy/portable.ts'
export { type ProtectedBundle, type ProtectedReading, protect, type Surroundings } from './privacy/protect.ts'
export { keyFor, ledgerKey, userFolder } from './privacy/pseudonym.ts'
