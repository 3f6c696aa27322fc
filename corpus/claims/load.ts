import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Claimed, claim } from '../../src/claim/index.ts'
import { EventType, type Mentions, Modality, type Report } from '../../src/model.ts'
import { read } from '../../src/read/index.ts'

const Figure = z.strictObject({
  /** The figure, or the beginning of it. */
  at: z.string(),
  /** Event type and modality. */
  is: z.string(),
  place: z.string().optional(),
  time: z.string().optional(),
  roles: z.record(z.string(), z.string()).optional(),
})
const Leg = z.strictObject({ giver: z.string(), receiver: z.string(), figures: z.array(z.string()), unwilling: z.boolean().optional() })
const Event = z.strictObject({ at: z.string(), is: z.string(), roles: z.record(z.string(), z.string()).optional() })
const Case = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  text: z.string(),
  figures: z.array(Figure).default([]),
  events: z.array(Event).default([]),
  legs: z.array(Leg).default([]),
})
const File = z.strictObject({ published: z.string(), cases: z.array(Case) })
/** One short invented report with the claims that must come of it. */
export type ClaimCase = z.infer<typeof Case> & { published: string }

const folder = new URL('./', import.meta.url)

/** All cases of the folder; an id stands once. */
export function loadCases(): ClaimCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return files.sort().flatMap((file) => {
    const { published, cases } = File.parse(parse(readFileSync(new URL(file, folder), 'utf8')))
    return cases.map((one) => ({ ...one, published }))
  })
}

/** A report of a title and a body, for tests. */
export function reportOf({ id, title, text, published }: { id: string; title?: string; text: string; published: string }): Report {
  const whole = title === undefined ? text : `${title}\n\n${text}`
  const cut = title?.length ?? 0
  const body = { kind: 'body' as const, start: cut, end: whole.length }
  return {
    id,
    source: { path: id, mediaType: 'text/plain' },
    title: title ?? null,
    outlet: null,
    credits: [],
    byline: null,
    published: { edtf: published, basis: 'given' },
    updated: null,
    language: 'ar',
    text: whole,
    blocks: title === undefined ? [body] : [{ kind: 'title', start: 0, end: cut }, body],
  }
}

/** A case as the product reads it. */
export function readCase(one: Parameters<typeof reportOf>[0]): { report: Report; mentions: Mentions } & Claimed {
  const report = reportOf(one)
  const reading = read(report)
  return { report, mentions: reading.mentions, ...claim(report, reading) }
}

/** Parts of 'release actual'. */
export function typeAndModality(is: string): [EventType, Modality] {
  const [type, modality] = is.split(' ')
  return [EventType.parse(type), Modality.parse(modality)]
}
