import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { Finding } from '../../src/model.ts'
import { readCase } from '../claims/load.ts'

const Wanted = z.strictObject({ kind: Finding.shape.kind, verdict: Finding.shape.verdict, at: z.array(z.string()) })
const Case = z.strictObject({ id: z.string(), title: z.string().optional(), text: z.string(), find: z.array(Wanted).default([]) })
const File = z.strictObject({ published: z.string(), cases: z.array(Case) })
/** A short invented report and what must be found in it, or nothing. */
export type FindingCase = z.infer<typeof Case> & { published: string }

/** All cases. */
export function loadCases(): FindingCase[] {
  const { published, cases } = File.parse(parse(readFileSync(new URL('./cases.yaml', import.meta.url), 'utf8')))
  return cases.map((one) => ({ ...one, published }))
}

/** Findings of a case: those that were wanted and found, those missed, and those that nobody wanted. */
export function scoreCase(one: FindingCase): { found: number; missed: string[]; extra: string[] } {
  const { report, findings } = readCase(one)
  const left = [...findings]
  const missed: string[] = []
  for (const wanted of one.find) {
    const at = left.findIndex((finding) => fits(report.text, wanted, finding))
    if (at < 0) missed.push(`${one.id}: ${wanted.kind} ${wanted.verdict} ${wanted.at.join(' / ')}`)
    else left.splice(at, 1)
  }
  return {
    found: one.find.length - missed.length,
    missed,
    extra: left.map((finding) => `${one.id}: ${finding.kind} ${finding.verdict} ${finding.message.en}`),
  }
}

const fits = (text: string, wanted: FindingCase['find'][number], { kind, verdict, evidence }: Finding): boolean =>
  kind === wanted.kind &&
  verdict === wanted.verdict &&
  wanted.at.every((words) => {
    const start = text.indexOf(words)
    return start >= 0 && evidence.some((span) => span.start < start + words.length && start < span.end)
  })
