import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { acquire, isFailure } from '../../src/acquire/index.ts'
import { clean } from '../../src/clean/index.ts'
import { loadData, packageRoot } from '../../src/lang/data.ts'
import type { Block, Span } from '../../src/model.ts'

/** One value that a careful reader marked. `skip`: right if found, no fault if not. */
export interface GoldTime extends Span {
  edtf: string | null
  skip: boolean
}
export interface GoldFigure extends Span {
  min: number | null
  max: number | null
  skip: boolean
}

/** One report as every peer gets it: the prose where it stands, all else blank. Offsets are UTF-16 code units. */
export interface Case {
  doc: string
  text: string
  blocks: Block[]
  published: string | null
  noise: Span[]
  times: GoldTime[]
  figures: GoldFigure[]
}

type Quoted = {
  at: string
  nth?: number
  optional?: boolean
  metadata?: boolean
  edtf?: string | null
  min?: number | null
  max?: number | null
}
interface GoldFile {
  doc: string
  published?: string | null
  noise?: Quoted[]
  times?: Quoted[]
  figures?: Quoted[]
}

/**
 * Gold of a folder in the format of corpus/reports (`gold/` and `texts/` in it, or both kinds of file side by side).
 *
 * @example await folderCases('corpus/reports')
 */
export async function folderCases(folder: string): Promise<Case[]> {
  const golds = existsSync(join(folder, 'gold')) ? join(folder, 'gold') : folder
  const texts = existsSync(join(folder, 'texts')) ? join(folder, 'texts') : folder
  const files = readdirSync(golds).filter((name) => name.endsWith('.json'))
  return casesOf(
    files.sort().map((name) => JSON.parse(readFileSync(join(golds, name), 'utf8')) as GoldFile),
    texts,
  )
}

/** The plain-text reports of examples/, with what examples/expected.yaml says of them. */
export function exampleCases(): Promise<Case[]> {
  const { reports } = loadData('examples/expected.yaml') as { reports: (Omit<GoldFile, 'doc'> & { file: string })[] }
  const plain = reports.filter(({ file }) => file.endsWith('.txt')).map((one) => ({ ...one, doc: one.file }))
  return casesOf(plain, join(packageRoot, 'examples'))
}

async function casesOf(golds: readonly GoldFile[], folder: string): Promise<Case[]> {
  const cases: Case[] = []
  for (const gold of golds) {
    for await (const one of acquire([join(folder, gold.doc)], { now: new Date(0) })) {
      if (!isFailure(one)) cases.push(caseOf(gold, clean(one).report))
    }
  }
  return cases
}

function caseOf(gold: GoldFile, { text, blocks }: { text: string; blocks: Block[] }): Case {
  const place = (one: Quoted): Span => locate(text, one)
  const skip = (one: Quoted): boolean => Boolean(one.optional || one.metadata)
  return {
    doc: basename(gold.doc),
    text: proseOnly(text, blocks),
    blocks,
    published: gold.published ?? null,
    noise: (gold.noise ?? []).map(place),
    times: (gold.times ?? []).map((one) => ({ ...place(one), edtf: one.edtf ?? null, skip: skip(one) || one.edtf == null })),
    figures: (gold.figures ?? []).map((one) => ({ ...place(one), min: one.min ?? null, max: one.max ?? null, skip: skip(one) })),
  }
}

function locate(text: string, { at, nth = 1 }: Quoted): Span {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(at, start + 1)
  if (start < 0) throw new Error(`'${at}' does not stand in its text`)
  return { start, end: start + at.length }
}

/** Headers, captions and the like made blank: nobody is asked to read them, nobody is blamed for what stands there. */
function proseOnly(text: string, blocks: readonly Block[]): string {
  let out = ''
  for (const { kind, start, end } of blocks) {
    const piece = text.slice(start, end)
    out += kind === 'title' || kind === 'body' ? piece : piece.replace(/[^\n]/g, ' ')
  }
  return out
}
