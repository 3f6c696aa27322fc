import type { Actor, EventType, Reading } from '../../model.ts'
import { foldWithOffsets } from '../../text/fold.ts'
import { type Token, tokenize } from '../../text/tokens.ts'
import { cues, nameKey } from './cues.ts'
import type { Edit } from './edits.ts'

/** Whoever is acted upon in these is private whatever their rank: the held, freed, moved, tried, hurt, dead and missing. */
const ACTED_UPON: readonly EventType[] = [
  'exchange',
  'ransom',
  'breakout',
  'escape',
  'execute',
  'kidnap',
  'arrest',
  'screen',
  'trial',
  'pardon',
  'release',
  'repatriate',
  'refuse-repatriation',
  'request-return',
  'return-home',
  'evacuate',
  'transfer',
  'hold',
  'missing',
  'kill',
  'injure',
  'casualties',
  'displace',
]

/** Words of a name as spelling keys. @example nameWords('سلمى الحمدان') // ['سلمي', 'الحمدان'] */
export const nameWords = (name: string): string[] =>
  tokenize(name)
    .filter((token) => token.kind === 'word' || token.kind === 'latin')
    .map((token) => nameKey(token.form))

/** Ids of the mentions of private people in a reading: as the reader marks them, by what happens to them, and by kinship. */
export function privateMentions(reading: Reading): Actor[] {
  const people = reading.mentions.actors.filter((actor) => actor.type === 'person')
  const touched = idsActedUpon(reading)
  const marked = people.filter((p) => p.private || touched.has(p.id) || isKin(reading.report.text, p))
  const same = new Set(marked.flatMap((p) => [p.actor ?? '', p.name]).filter((name) => name !== ''))
  return people.filter((p) => marked.includes(p) || same.has(p.name) || (p.actor !== undefined && same.has(p.actor)))
}

function idsActedUpon(reading: Reading): Set<string> {
  const ids = reading.claims.flatMap(({ type, roles }) => [
    ...(ACTED_UPON.includes(type) && roles.patient ? [roles.patient] : []),
    ...(type === 'escape' && roles.agent ? [roles.agent] : []),
    ...(roles.intermediary ? [roles.intermediary] : []),
  ])
  return new Set(ids)
}

/** Code units before a name in which a word for kin may stand. */
const KIN_REACH = 24
const PRONOUN = /(?:هما|هم|هن|ها|ه|نا|ي|ك)$/u

/** Whether the word right before a name is a word for kin: 'his wife', 'the mother of'. Who is in the registry is there for an office. */
function isKin(text: string, person: Actor): boolean {
  if (person.actor !== undefined) return false
  const word = text.slice(Math.max(0, person.start - KIN_REACH), person.start).match(/[\p{L}\p{M}]+(?=[\s«"“(،,]*$)/u)?.[0]
  if (!word) return false
  const key = nameKey(word)
  return [key, key.replace(/^[وفبلك](?=\p{L}{2})/u, '')].some((form) => {
    const bare = form.replace(PRONOUN, '')
    return [form, bare, bare.replace(/ت$/u, 'ه'), form.replace(/^ال/u, '')].some((stem) => cues('kin').has(stem))
  })
}

/** A run of words to look for. `as` is what stands in its place; null for a public name, which is left as it is. */
interface Pattern {
  words: string[]
  as: string | null
  rank: number
}

type Patterns = ReadonlyMap<string, readonly Pattern[]>

/** Full names of the private people of many reports, by their first two words. It grows as reports come, in any order. */
export type Everyone = Map<string, (Pattern & { fullest: string })[]>

/** What to look for in one report: its own names by their first word, and those of all reports. */
export interface NameIndex {
  own: Patterns
  everyone: ReadonlyMap<string, readonly Pattern[]>
}

/** A name of a private person of one report, with the fullest name that the report gives them. */
export interface Person {
  words: string[]
  fullest: string
  pseudonym: string
}

/** Of one person's names in one report the fullest stands for all. */
export function peopleOf(reading: Reading, pseudonym: (name: string) => string): Person[] {
  const names = privateMentions(reading).flatMap((p) => [reading.report.text.slice(p.start, p.end), p.name])
  const all = unique(names.map(nameWords).filter((words) => words.length > 0))
  return all.map((words) => {
    const fullest = all.filter((other) => words.every((word) => other.includes(word))).sort(byLength)[0]!
    return { words, fullest: fullest.join(' '), pseudonym: pseudonym(fullest.join(' ')) }
  })
}

const byLength = (a: string[], b: string[]): number => b.length - a.length || (a.join(' ') < b.join(' ') ? -1 : 1)
const unique = (names: string[][]): string[][] => [...new Map(names.map((words) => [words.join(' '), words])).values()]

/** Full names of the private people of all reports, for reports that mention them without a mark. Single names are left to their own report. */
export function everyonesNames(people: readonly Person[]): Everyone {
  const everyone: Everyone = new Map()
  for (const person of people) addToEveryone(everyone, person)
  return everyone
}

/** Adds a name; one that several people share stands for the one with the fullest name, whatever the order. Tells whether anything changed. */
export function addToEveryone(everyone: Everyone, { words, fullest, pseudonym }: Person): boolean {
  if (unitsOf(words).length < 2) return false
  const key = `${words[0]} ${words[1]}`
  const patterns = everyone.get(key) ?? []
  const same = patterns.findIndex((one) => one.words.length === words.length && one.words.every((word, i) => word === words[i]))
  if (same >= 0 && !isFuller(fullest, patterns[same]!.fullest)) return false
  if (same >= 0) patterns.splice(same, 1)
  everyone.set(key, [...patterns, { words, as: pseudonym, rank: 2, fullest }].sort(byStrength))
  return true
}

const isFuller = (a: string, b: string): boolean => a !== b && byLength(a.split(' '), b.split(' ')) < 0

/**
 * What to look for in one report only: its own private people, also by first and last name alone,
 * and public names, which shield what stands inside them.
 */
export function ownNames(reading: Reading, own: readonly Person[]): Patterns {
  const hidden = new Set(privateMentions(reading).map((p) => p.id))
  const shown = [
    ...reading.mentions.actors.filter((a) => !hidden.has(a.id)).map((a) => reading.report.text.slice(a.start, a.end)),
    ...reading.mentions.places.map((p) => reading.report.text.slice(p.start, p.end)),
  ]
  return grouped([
    ...own.map((p) => ({ words: p.words, as: p.pseudonym, rank: 0 })),
    ...shown.map((name) => ({ words: nameWords(name), as: null, rank: 1 })),
    ...own.flatMap((p) => partsOf(p.words).map((words) => ({ words, as: p.pseudonym, rank: 3 }))),
  ])
}

const grouped = (patterns: readonly Pattern[]): Patterns =>
  Map.groupBy(patterns.filter((p) => p.words.length > 0).sort(byStrength), (p) => p.words[0]!)

/** The longest first; of equals a report's own private people, its public names, other reports' people, parts of names. */
const byStrength = (a: Pattern, b: Pattern): number => b.words.length - a.words.length || a.rank - b.rank

function patternsAt({ own, everyone }: NameIndex, word: string, next: string): readonly Pattern[] {
  const [mine, theirs] = [own.get(word) ?? [], everyone.get(`${word} ${next}`)]
  return theirs ? [...mine, ...theirs].sort(byStrength) : mine
}

/** A name's units: a particle belongs to the word after it ('abu' + name). */
function unitsOf(words: readonly string[]): string[][] {
  const units: string[][] = []
  for (const word of words) {
    const last = units.at(-1)
    if (last && cues('particles').has(last.at(-1)!)) last.push(word)
    else units.push([word])
  }
  return units
}

/** Shortest name, in letters, that is looked for alone. */
const SHORTEST_NAME = 3

/** First name alone, last name alone, first and last together. */
function partsOf(words: readonly string[]): string[][] {
  const units = unitsOf(words)
  if (units.length < 2) return []
  const [first, last] = [units[0]!, units.at(-1)!]
  const parts = units.length > 2 ? [first, last, [...first, ...last]] : [first, last]
  return parts.filter((part) => part.join('').length >= SHORTEST_NAME)
}

/** Where private people's names stand in a text, as edits that put pseudonyms there. */
export const findNames = (text: string, index: NameIndex): Edit[] => matchesIn(text, index).flatMap(({ edit }) => edit ?? [])

/** Public names of a report, of two words or more, that stand in a text and shield it: words joined by spaces. */
export const shieldsIn = (text: string, own: Patterns): string[] =>
  matchesIn(text, { own, everyone: new Map() }).flatMap(({ edit, words }) => (edit === null && words.length > 1 ? words.join(' ') : []))

/** Public names as patterns, as {@link ownNames} has them. */
export const shieldsOf = (names: readonly string[]): Patterns =>
  grouped(names.map((name) => ({ words: name.split(' '), as: null, rank: 1 })))

interface Match {
  words: readonly string[]
  edit: Edit | null
}

function matchesIn(text: string, index: NameIndex): Match[] {
  const tokens = tokenize(text).filter((token) => token.kind !== 'punct' || !joinsName(token))
  const found: Match[] = []
  for (let at = 0; at < tokens.length; at++) {
    const match = matchAt(text, tokens, at, index)
    if (!match) continue
    found.push(match)
    at += match.words.length - 1
  }
  return found
}

/** Quotation marks and hyphens may stand inside a name: Ahmad «Abu Omar» al-Ali. */
const joinsName = (token: Token): boolean => /^[«»"“”'\-‐–]$/u.test(token.form)

function matchAt(text: string, tokens: readonly Token[], at: number, index: NameIndex): Match | undefined {
  const next = nameKey(tokens[at + 1]?.form ?? '')
  for (const { stem, cut } of stemsOf(tokens[at]!)) {
    for (const pattern of patternsAt(index, stem, next)) {
      const rest = tokens.slice(at + 1, at + pattern.words.length).map((token) => nameKey(token.form))
      if (rest.length !== pattern.words.length - 1 || rest.some((word, i) => word !== pattern.words[i + 1])) continue
      if (pattern.rank === 3 && goesOn(tokens, at, pattern)) continue
      return { words: pattern.words, edit: pattern.as === null ? null : editOf(text, tokens, at, cut, pattern) }
    }
  }
  return undefined
}

/** A part of a name that goes on as another's name ('Muhammad' + 'al-Ali'), or an adjective after a definite noun ('the Syrian army'), is no mention. */
function goesOn(tokens: readonly Token[], at: number, pattern: Pattern): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + pattern.words.length]]
  const near = (a: Token | undefined, b: Token | undefined): boolean => a !== undefined && b !== undefined && b.start - a.end <= 1
  const relational = pattern.words.length === 1 && /^ال.+(?:ي|يه)$/u.test(pattern.words[0]!)
  if (relational && near(before, tokens[at]) && /^[وفبلك]?(?:ال|لل)/u.test(before!.form)) return true
  const last = tokens[at + pattern.words.length - 1]
  return (
    !pattern.words[0]!.startsWith('ال') &&
    near(last, after) &&
    (/^ال\p{L}+/u.test(after!.form) || cues('particles').has(nameKey(after!.form)))
  )
}

/** The word itself, and without the proclitics that may stand before a name. */
function stemsOf(token: Token): { stem: string; cut: number }[] {
  const key = nameKey(token.form)
  const stems = [{ stem: key, cut: 0 }]
  for (const cut of [1, 2]) {
    if (!/^[وف]?[وفبلك]$/u.test(key.slice(0, cut)) || key.length - cut < 2) break
    stems.push({ stem: key.slice(cut), cut })
    if (key[cut - 1] === 'ل' && key[cut] === 'ل') stems.push({ stem: `ا${key.slice(cut)}`, cut })
  }
  return stems
}

function editOf(text: string, tokens: readonly Token[], at: number, cut: number, pattern: Pattern): Edit {
  const first = tokens[at]!
  const start = first.start + foldWithOffsets(text.slice(first.start, first.end)).offsets[cut]!
  // Before Latin letters a proclitic is written with a tatweel, after which the name begins.
  const joint = cut > 0 && /[فبلك]$/u.test(nameKey(text.slice(first.start, start))) ? 'ـ' : ''
  return { start, end: tokens[at + pattern.words.length - 1]!.end, text: `${joint}${pattern.as}` }
}
