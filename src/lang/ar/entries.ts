import { z } from 'zod'
import { IsnadError } from '../../errors.ts'
import { loadData } from '../data.ts'
import type { EntryWithForms, FormOf, Pos } from '../lexicon.ts'
import { conjugate, participleForms } from './conjugate.ts'
import { inflectNoun } from './inflect.ts'

const Verb = z.strictObject({ past: z.string(), present: z.string(), short: z.string().optional(), participle: z.string().optional() })
const Noun = z.strictObject({
  singular: z.string().optional(),
  plural: z.union([z.string(), z.array(z.string())]).optional(),
  feminine: z.union([z.boolean(), z.string()]).optional(),
  fixed: z.boolean().optional(),
})
const RawEntry = z.strictObject({
  id: z.string(),
  value: z.unknown().optional(),
  pos: z.enum(['name', 'noun', 'verb', 'particle', 'exact']).optional(),
  class: z.string().optional(),
  forms: z.array(z.string()).optional(),
  article: z.boolean().optional(),
  verbs: z.array(Verb).optional(),
  nouns: z.array(Noun).optional(),
  examples: z.array(z.string()).optional(),
  not: z.array(z.string()).optional(),
})
const RawFile = z.strictObject({
  class: z.string(),
  pos: z.enum(['name', 'noun', 'verb', 'particle', 'exact']),
  entries: z.array(RawEntry),
})

/** A lexicon entry with the examples it brings: texts in which it must, and must not, be found. */
export interface ExampledEntry extends EntryWithForms {
  examples: string[]
  not: string[]
}

/**
 * Reads one YAML lexicon file: `class`, `pos` and `entries`, each with an id, a value, its words
 * (`forms` as spelled, with `article: true` also with ال, `verbs` to conjugate, `nouns` to inflect) and examples.
 *
 * @throws IsnadError bad-data with the file, the entry and what is wrong
 * @example loadEntries('src/lang/ar/lexicon/months.yaml')
 */
export function loadEntries(path: string): ExampledEntry[] {
  const parsed = RawFile.safeParse(loadData(path))
  if (!parsed.success) throw badFile(path, z.prettifyError(parsed.error))
  const seen = new Set<string>()
  return parsed.data.entries.flatMap((raw) => {
    if (seen.has(raw.id)) throw badFile(path, `entry ${raw.id} stands twice`)
    seen.add(raw.id)
    return expand(raw, raw.class ?? parsed.data.class, raw.pos ?? parsed.data.pos)
  })
}

const badFile = (path: string, why: string): IsnadError =>
  new IsnadError({ code: 'bad-data', message: `${path}: ${why}`, hint: 'Correct that entry; CONTRIBUTING.md shows the shape.' })

/**
 * One raw entry becomes up to three: its verbs carry verb clitics, participles those of a particle,
 * everything else those of its own part of speech.
 */
function expand(raw: z.infer<typeof RawEntry>, ofClass: string, pos: Pos): ExampledEntry[] {
  const base = { id: raw.id, class: ofClass, value: raw.value, examples: raw.examples ?? [], not: raw.not ?? [] }
  const verbs: FormOf[] = (raw.verbs ?? []).flatMap(conjugate)
  const participles: FormOf[] = (raw.verbs ?? []).flatMap(participleForms)
  const others: FormOf[] = [
    ...(raw.forms ?? []).flatMap((form) => (raw.article ? withArticle(form) : [{ form }])),
    ...(raw.nouns ?? []).flatMap(inflectNoun),
  ]
  const entries: ExampledEntry[] = []
  if (verbs.length > 0) entries.push({ ...base, pos: 'verb', forms: verbs })
  if (participles.length > 0) entries.push({ ...base, pos: 'particle', forms: participles })
  if (others.length > 0) entries.push({ ...base, pos: raw.nouns ? 'noun' : pos, forms: others })
  return entries
}

/** `article: true`: the form as it stands, and with ال. */
const withArticle = (form: string): FormOf[] => [{ form }, { form: `ال${form}`, features: { definite: true } }]
