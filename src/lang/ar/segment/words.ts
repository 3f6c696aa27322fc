import { z } from 'zod'
import { IsnadError } from '../../../errors.ts'
import { fold } from '../../../text/fold.ts'
import { listData, loadData } from '../../data.ts'
import type { EntryWithForms, FormOf } from '../../lexicon.ts'
import { conjugate } from '../conjugate.ts'
import { loadEntries } from '../entries.ts'
import { isDerivedNoun, isDerivedPast, isDerivedPresent, type Roots, rootsOf } from './patterns.ts'

/** What a stem is known to be, as bits. OWNED: it may stand before a possessive pronoun. DERIVED: known by root and pattern only. */
export const STEM = { noun: 1, owned: 2, past: 4, present: 8, name: 16, free: 32, joined: 64, suffixed: 128, derived: 256 } as const

/** The words by which a form is taken apart. */
export interface Words {
  /** Bits of {@link STEM} by folded form; a final ى is kept as ي. */
  bits: Map<string, number>
  roots: Roots
  /** Words of structure as they are taken apart, by spelling. */
  fixed: ReadonlyMap<string, readonly string[]>
}

const FOLDER = 'src/lang/ar/segment'
const Lists = z.record(z.string(), z.string())

/** Further words that a reader brings along: its lexicon's entries and names of places and actors as they are spelled. */
export interface WordsOptions {
  /** False: the lists of this folder alone, without the lexicons of src/lang/ar/lexicon, which take longer to read. */
  lexicons?: boolean
  entries?: Iterable<EntryWithForms>
  names?: Iterable<string>
}

/**
 * Compiles the project's word lists, lexicons and any further names into one table.
 *
 * @throws IsnadError bad-data when a list has a word twice
 * @example loadWords({ names: ['الباغوز'] })
 */
export function loadWords(options: WordsOptions = {}): Words {
  const words: Words = { bits: new Map(), roots: rootsOf(loadList('roots').map(([root]) => root!)), fixed: loadFixed() }
  for (const file of ['nouns-clitic-like', 'nouns']) for (const lemma of loadList(file)) for (const form of lemma) addNoun(words.bits, form)
  for (const lemma of loadList('verbs')) addVerb(words.bits, lemma)
  for (const [name] of loadList('names')) add(words.bits, name!, STEM.name)
  for (const [key, bit] of Object.entries({ free: STEM.free, joined: STEM.joined, suffixed: STEM.suffixed }))
    addParticles(words.bits, key, bit)
  if (options.lexicons !== false) for (const file of listData('src/lang/ar/lexicon')) addEntries(words.bits, loadEntries(file))
  addEntries(words.bits, options.entries ?? [])
  for (const name of options.names ?? []) addForm(words.bits, 'name', { form: name })
  return words
}

const readLists = (file: string): Record<string, string> => Lists.parse(loadData(`${FOLDER}/${file}.yaml`))

/** The lemmas of a list: parted by commas (each a word and its further forms), or by spaces where the list has no comma. */
function loadList(file: string): string[][] {
  const lemmas = Object.values(readLists(file)).flatMap((text) => (text.includes(',') ? text.split(/[,\n]/u) : text.split(/\s/u)))
  const parted = lemmas.map((lemma) => lemma.trim().split(' ')).filter(([first]) => first !== '')
  refuseTwice(file, parted)
  return parted
}

function refuseTwice(file: string, lemmas: readonly string[][]): void {
  const seen = new Set<string>()
  for (const lemma of lemmas) {
    const id = file === 'verbs' ? lemma.slice(0, 2).join(' ') : lemma[0]!
    if (seen.has(id))
      throw new IsnadError({ code: 'bad-data', message: `${FOLDER}/${file}.yaml: ${id} stands twice`, hint: 'Remove one of the two.' })
    seen.add(id)
  }
}

function loadFixed(): Map<string, readonly string[]> {
  const forms = readLists('particles').fixed!.split(/\s+/u).filter(Boolean)
  return new Map(forms.map((form) => [form.replaceAll('|', ''), form.split('|')]))
}

/** The key under which a folded form is kept: final ى is ي. */
const stemKey = (folded: string): string => (folded.endsWith('ى') ? `${folded.slice(0, -1)}ي` : folded)

function add(bits: Map<string, number>, form: string, bit: number): void {
  const key = stemKey(fold(form))
  bits.set(key, ((bits.get(key) ?? 0) & ~STEM.derived) | bit)
}

/** Passives and duals are rarer than any other form spelled like them. */
function addRare(bits: Map<string, number>, form: string, bit: number): void {
  const key = stemKey(fold(form))
  const known = bits.get(key)
  if (known === undefined || known & STEM.derived) bits.set(key, (known ?? 0) | bit | STEM.derived)
}

const addNoun = (bits: Map<string, number>, form: string): void => add(bits, form, form.endsWith('ة') ? STEM.noun : STEM.noun | STEM.owned)

function addVerb(bits: Map<string, number>, [past, present, short]: string[]): void {
  for (const one of conjugate({ past: past!, present: present!, ...(short ? { short } : {}) })) addFinite(bits, one)
}

const addFinite = (bits: Map<string, number>, { form, features }: FormOf): void =>
  (features?.voice === 'passive' || features?.person === '3d' ? addRare : add)(
    bits,
    form,
    features?.tense === 'past' ? STEM.past : STEM.present,
  )

function addParticles(bits: Map<string, number>, list: string, bit: number): void {
  for (const form of readLists('particles')[list]!.split(/\s+/u)) if (form) add(bits, form, bit)
}

function addEntries(bits: Map<string, number>, entries: Iterable<EntryWithForms>): void {
  for (const { pos, forms } of entries) for (const form of forms) addForm(bits, pos, form)
}

/** Single words only. Forms that a lexicon spells out, without features, may carry clitics themselves: only inflected ones are taken. */
function addForm(bits: Map<string, number>, pos: EntryWithForms['pos'], one: FormOf): void {
  if (!/^[\p{L}\p{M}]{3,}$/u.test(one.form)) return
  if (pos === 'name') add(bits, one.form, STEM.name)
  else if (one.features === undefined) return
  else if (pos === 'verb') addFinite(bits, one)
  else if (pos === 'noun') add(bits, one.form, isOwned(one) ? STEM.noun | STEM.owned : STEM.noun)
}

const isOwned = ({ form, features }: FormOf): boolean =>
  !features?.definite && !form.endsWith('ة') && (features?.number !== 'dual' || features.construct === true)

/**
 * What is known of a folded stem, as bits of {@link STEM}: from the lists, from them with an ending of nouns, from its root. 0: nothing.
 *
 * @example stemBits(words, 'وزارات') & STEM.noun // 1
 */
export function stemBits(words: Words, stem: string): number {
  const listed = (words.bits.get(stemKey(stem)) ?? 0) | inflectedNoun(words, stem)
  return listed || derived(words, stem)
}

/** A listed noun with an ending: accusative, dual, sound plural, relation. */
function inflectedNoun(words: Words, stem: string): number {
  const ending = ENDINGS[stem.at(-1)!]
  if (!ending || stem.length < 4) return 0
  for (const [end, restored, bits] of ending) if (stem.endsWith(end) && hasNoun(words, stem.slice(0, -end.length), restored)) return bits
  return 0
}

function hasNoun(words: Words, base: string, restored: readonly string[]): boolean {
  if (base.length < 3) return false
  for (const letter of restored) {
    const bits = words.bits.get(base + letter) ?? 0
    if (bits & STEM.noun || (bits & STEM.name && letter !== '' && base.length > 2)) return true
  }
  return false
}

type Ending = readonly [end: string, restored: readonly string[], bits: number]
const both = STEM.noun | STEM.owned
/** By last letter: endings, what the bare noun ends in, and what the inflected one is. The longer ending first. */
const ENDINGS: Record<string, readonly Ending[]> = {
  ا: [
    ['تا', ['ة'], both],
    ['ا', [''], STEM.noun],
  ],
  ن: [
    ['تين', ['ة'], STEM.noun],
    ['تان', ['ة'], STEM.noun],
    ['يين', ['', 'ة', 'ا', 'يا'], STEM.noun],
    ['يون', ['', 'ة', 'ا', 'يا'], STEM.noun],
    ['ين', ['', 'ي'], STEM.noun],
    ['ون', ['', 'ي'], STEM.noun],
    ['ان', [''], STEM.noun],
  ],
  ت: [
    ['يات', ['', 'ة', 'ا'], both],
    ['ات', ['', 'ة'], both],
  ],
  ي: [
    ['تي', ['ة'], both],
    ['ي', ['', 'ة', 'ا', 'يا'], both],
  ],
  ة: [
    ['ية', ['', 'ة', 'ا', 'يا'], STEM.noun],
    ['ة', [''], STEM.noun],
  ],
  و: [['و', [''], both]],
}

/** Endings of nouns, longest first, that are cut before a pattern is looked for. */
const BARE_ENDINGS = ['يات', 'يون', 'يين', 'ات', 'ان', 'ون', 'ين', 'ية', 'تا', 'تي', 'ة', 'ي', 'ا', '']

/** Endings that a bare root of three letters hardly takes as a noun. */
const LONG_ONLY = new Set(['يون', 'يين', 'ان', 'ون', 'ين', 'تا', 'تي'])

function derived(words: Words, stem: string): number {
  const noun = derivedNoun(words.roots, stem)
  const verb = (isDerivedPast(stem, words.roots) ? STEM.past : 0) | (isDerivedPresent(stem, words.roots) ? STEM.present : 0)
  return noun | verb ? noun | verb | STEM.derived : 0
}

function derivedNoun(roots: Roots, stem: string): number {
  for (const ending of BARE_ENDINGS) {
    if (!stem.endsWith(ending) || (LONG_ONLY.has(ending) && stem.length - ending.length < 4)) continue
    if (!isDerivedNoun(stem.slice(0, stem.length - ending.length), roots)) continue
    return ending === '' || ending === 'ات' || ending === 'ي' || ending === 'يات' ? both : STEM.noun
  }
  return 0
}

/**
 * Learns the single words of longer names: only those that `whole` finds nothing to cut from, since names hold clitics too (التحالف الذي تقوده …).
 *
 * @example learnNameWords(words, ['نهر البليخ'], () => true)
 */
export function learnNameWords(words: Words, names: Iterable<string>, whole: (word: string) => boolean): void {
  const parts = new Set([...names].flatMap((name) => name.split(/[^\p{L}\p{M}]+/u)).filter((word) => word.length > 3))
  for (const word of parts) if (!words.bits.has(stemKey(fold(word))) && whole(word)) add(words.bits, word, STEM.name)
}
