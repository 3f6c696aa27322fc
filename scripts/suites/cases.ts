import { readdirSync, readFileSync } from 'node:fs'

/** A case of a language suite, as its JSON Lines hold it. */
export interface Case {
  suite: string
  id?: string
  text: string
  span: [number, number] | null
  surface?: string
  value: unknown
  values?: number[]
  type?: string
  unit?: string
  dim?: string
  currency?: string
  ref?: string | null
  grain?: string
  timex?: string
  past?: Record<string, string>
  future?: Record<string, string>
  alts?: Record<string, string>[]
  negative?: boolean
  spanOnly?: boolean
  refImplFails?: boolean
  endExclusive?: boolean
  bias?: string
}

/** Reads the suites of a folder, in order of file and line; cases without an id are numbered within their suite. */
export function readCases(folder: string, files: readonly string[]): Case[] {
  const counts = new Map<string, number>()
  const known = readdirSync(folder)
  return files
    .filter((file) => known.includes(file))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean))
    .map((line) => {
      const one = JSON.parse(line) as Case
      const count = (counts.get(one.suite) ?? 0) + 1
      counts.set(one.suite, count)
      return { ...one, id: `${one.id ?? ''}~${count}` }
    })
}

/** Share of the smaller of two stretches, in code units without white space and leading particles, that both cover. */
export function sameStretch(text: string, a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && (shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start)) >= 0.6 || bare(text, a) === bare(text, b))
}

const PARTICLES = new Set([
  'في',
  'من',
  'عند',
  'يوم',
  'بتاريخ',
  'خلال',
  'منذ',
  'حتى',
  'قبل',
  'بعد',
  'لمدة',
  'مدة',
  'الى',
  'إلى',
  'شهر',
  'نسبة',
  'هو',
])

const bare = (text: string, { start, end }: { start: number; end: number }): string => {
  const words = text
    .slice(start, end)
    .replace(/[.،,؟?!:;()]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  while (words.length > 1 && PARTICLES.has(words[0]!)) words.shift()
  return words.join(' ').replace(/^[ولب]/, '')
}
