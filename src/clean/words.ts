import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Term, Terms } from '../lang/annotate.ts'
import { loadEntries } from '../lang/ar/entries.ts'
import { arabicSpelling } from '../lang/ar/spelling.ts'
import { listData, loadData, packageRoot } from '../lang/data.ts'
import { compileLexicon, type EntryWithForms, type Lexicon } from '../lang/lexicon.ts'

/** The part that words play around a report; the classes of the YAML files of this folder. */
export type Role =
  | 'share'
  | 'counter'
  | 'related'
  | 'terminal'
  | 'button'
  | 'tags'
  | 'byline'
  | 'source'
  | 'agencies'
  | 'caption'
  | 'section'
  | 'place'
  | 'self'
  | 'outlet-shape'
  | 'receipt'
  | 'copy'
  | 'agency'
  | 'outlet'
  | 'given-name'
  | 'month'
  | 'hijri-month'
  | 'hijri-mark'
  | 'common-mark'
  | 'equals'
  | 'weekday'
  | 'meridiem'
  | 'zone'
  | 'label'
  | 'joint'

const OWN_FILES = ['furniture', 'dates', 'outlets', 'given-names']
const SHARED_FILES = ['months', 'hijri-months', 'weekdays', 'given-names']
let compiled: Lexicon | undefined

/** The words of headers, footers, dates and outlets (own, the language's, and the registry's outlets), compiled once per process. */
export function furnitureLexicon(): Lexicon {
  compiled ??= compileLexicon(entries(), arabicSpelling)
  return compiled
}

function* entries(): Generator<EntryWithForms> {
  for (const name of OWN_FILES) yield* loadEntries(`src/clean/${name}.yaml`)
  for (const name of SHARED_FILES) yield* loadEntries(`src/lang/ar/lexicon/${name}.yaml`)
  yield placesOf(GAZETTEER)
  for (const path of listData('registry').filter((one) => one.includes('/outlets-'))) yield namesOf(path)
}

/** The gazetteer's table: `kind`, `ar` and `flags` are what is read of it. */
const GAZETTEER = 'gazetteer/places.tsv'
const SETTLED = new Set(['country', 'governorate', 'city', 'town', 'camp'])

/** Names of countries, governorates and settlements, those left out that are common words. */
function placesOf(path: string): EntryWithForms {
  const [header = '', ...lines] = readFileSync(packageRoot + path, 'utf8').split('\n')
  const columns = header.trim().split('\t')
  const [kind, ar, flags] = ['kind', 'ar', 'flags'].map((name) => columns.indexOf(name))
  const forms = lines.flatMap((line) => {
    const cells = line.split('\t')
    return SETTLED.has(cells[kind!] ?? '') && !cells[flags!]?.includes('common') ? cells[ar!]!.split('|') : []
  })
  return { id: path, class: 'place', pos: 'exact', value: true, forms: [...new Set(forms)].map((form) => ({ form })) }
}

const RegistryNames = z.array(z.object({ ar: z.array(z.coerce.string()).default([]), latin: z.array(z.coerce.string()).default([]) }))

/** The full names of the registry's outlets, numbers left out; those of its agencies are agencies' names here. */
function namesOf(path: string): EntryWithForms {
  const names = RegistryNames.parse(loadData(path)).flatMap((one) => [...one.ar, ...one.latin].filter((name) => /\p{L}/u.test(name)))
  return {
    id: path,
    class: path.includes('agencies') ? 'agency' : 'outlet',
    pos: 'name',
    value: true,
    forms: names.map((form) => ({ form })),
  }
}

/**
 * The longest term of a role that starts at a token and ends no later than `limit`; whole words only.
 *
 * @example termOf(terms, 4, 'month', line.last)?.entry.value // 6
 */
export function termOf(terms: Terms, token: number, role: Role, limit: number): Term | undefined {
  const found = terms.at[token]
  if (!found) return undefined
  for (const term of found) if (term.entry.class === role && term.last <= limit && term.proclitics === '') return term
  return undefined
}

/** The longest term of any of some roles at a token, within `limit`; of equals the first role named. */
export function longestOf(terms: Terms, token: number, roles: readonly Role[], limit: number): Term | undefined {
  let best: Term | undefined
  for (const role of roles) {
    const term = termOf(terms, token, role, limit)
    if (term && (!best || term.last > best.last)) best = term
  }
  return best
}
