import { offsetOfLetter, termAt } from '../../lang/annotate.ts'
import type { Scene } from './context.ts'
import { isWord, MARK } from './marks.ts'
import { endsAtBoundary, mayBeName } from './names.ts'
import type { Pending, Person, Status } from './person.ts'

/*
 * People whose names stand in no list: by what stands before and behind them.
 */

/** The title has the article, or a pronoun's suffix in its place (زعيمه). */
export const isDefiniteTitle = (scene: Scene, pending: Pending): boolean =>
  (scene.marks[pending.last]! & MARK.definite) !== 0 || isSuffixed(scene, pending)
export const isSuffixed = (scene: Scene, pending: Pending): boolean => (termAt(scene.terms, pending.first, 'title')?.suffix ?? '') !== ''

/** Behind 'called', 'calls himself': one word, and a definite or unknown one behind it. */
export function cuedName(scene: Scene, i: number): Person | null {
  const { tokens } = scene.document
  const first = tokens[i]!
  if (!isWord(first) || first.breaks > 0 || (scene.marks[i]! & (MARK.stop | MARK.org | MARK.actor | MARK.place)) !== 0) return null
  if (CLITICS.has(first.form[0]!) && first.form.length > 4 && (scene.marks[i]! & MARK.definite) === 0) return null
  const next = tokens[i + 1]
  const more =
    isWord(next) &&
    next.breaks === 0 &&
    (scene.marks[i + 1]! & (MARK.stop | MARK.verb | MARK.common | MARK.actor)) === 0 &&
    mayBeName(next, false)
  const last = more ? i + 1 : i
  return {
    first: i,
    last,
    start: first.start,
    end: tokens[last]!.end,
    parts: last - i + 1,
    sure: false,
    open: true,
    foreign: false,
    kunya: false,
    proclitics: '',
    status: 'civil',
    victim: false,
    why: 'name-after-naming',
  }
}

const CLITICS = new Set(['ب', 'ل', 'ف'])

/** A name that no list has, behind a finished title or 'the two are': two unknown words and then a boundary. */
export function unlistedName(scene: Scene, i: number, pending: Pending | null): Person | null {
  if (pending && (i <= pending.last || !isComplementOver(scene, i, pending))) return null
  const last = lastUnknown(scene, i, { official: pending?.status === 'office' || pending?.status === 'rank' })
  if (last < 0) return null
  return unlisted(scene, i, last, pending?.status, pending?.victim ?? false, 'unlisted-name-after-title')
}

function isComplementOver(scene: Scene, i: number, pending: Pending): boolean {
  if (pending.status === 'civil')
    return isDefinite(scene, i - 1) && ((scene.marks[i - 1]! & MARK.nation) !== 0 || isOfNoun(scene, i, pending))
  return i === pending.last + 1 ? isDefiniteTitle(scene, pending) : (scene.marks[i - 1]! & (MARK.definite | MARK.place)) !== 0
}

const isDefinite = (scene: Scene, at: number): boolean => (scene.marks[at]! & MARK.definite) !== 0
/** 'قبطان السفينة', 'سائق الحافلة': the title governs one noun. */
const isOfNoun = (scene: Scene, i: number, pending: Pending): boolean => i === pending.last + 2 && !isDefinite(scene, pending.last)

/** 'كيفن غونو وليونار لوبيز': an unlisted name joined to a listed one. */
export function joinedName(scene: Scene, i: number, previous: Person): Person | null {
  const token = scene.document.tokens[i]!
  const last = previous.foreign && token.form[0] === 'و' && token.form.length > 4 ? lastUnknown(scene, i, { joined: true }) : -1
  if (last < 0) return null
  return {
    ...unlisted(scene, i, last, previous.status, previous.victim, 'name-joined'),
    start: offsetOfLetter(scene.document.text, token, 1),
    proclitics: 'و',
  }
}

/** What may open the apposition of a name: 'X، وهو والد …', 'X، أحد سكان …', 'X (34 عاما)'. */
const APPOSITIONS = new Set([
  'وهو',
  'وهي',
  'هو',
  'هي',
  'وكان',
  'وكانت',
  'الذي',
  'التي',
  'احد',
  'احدى',
  'البالغ',
  'البالغة',
  'ويبلغ',
  'وتبلغ',
  'من',
  'وعمره',
  'وعمرها',
])

/** 'وقال <two or three unknown words>، وهو والد …': a speaker whom only the apposition behind the name shows to be a person. */
export function appositionName(scene: Scene, i: number): Person | null {
  const prior = scene.marks[i - 1] ?? 0
  if ((prior & (MARK.reportVerb | MARK.stop)) !== MARK.reportVerb) return null
  const last = lastUnknown(scene, i)
  if (last < 0) return null
  const { tokens } = scene.document
  const mark = tokens[last + 1]?.form
  const next = tokens[last + 2]
  const age = mark === '(' && next?.kind === 'number' && tokens[last + 3]?.kind === 'word'
  const apposed =
    (mark === '،' || mark === ',') && next !== undefined && (APPOSITIONS.has(next.form) || (scene.marks[next.index]! & MARK.title) !== 0)
  return age || apposed ? unlisted(scene, i, last, undefined, false, 'unlisted-name-with-apposition') : null
}

/** What is known of the first word of a name. */
interface First {
  /** It stands behind و. */
  joined?: boolean
  /** It stands behind the title of an office: a long word in ا is then no adverb but a name (باباتوندا). */
  official?: boolean
}

/** The last of two or three unknown words in a row behind which the phrase ends; -1 where they are fewer or more. */
function lastUnknown(scene: Scene, i: number, first: First = {}): number {
  if (!isUnknown(scene, i, first)) return -1
  for (let last = i + 1; last <= i + 2; last++) {
    const token = scene.document.tokens[last]
    if (!isWord(token) || token.breaks > 0 || !isUnknown(scene, last)) return -1
    if (endsAtBoundary(scene, last)) return last
  }
  return -1
}

function unlisted(scene: Scene, i: number, last: number, status: Status | undefined, victim: boolean, why: string): Person {
  const { tokens } = scene.document
  return {
    first: i,
    last,
    start: tokens[i]!.start,
    end: tokens[last]!.end,
    parts: last - i + 1,
    sure: false,
    open: true,
    foreign: true,
    kunya: false,
    proclitics: '',
    status,
    victim,
    why,
  }
}

const KNOWN =
  MARK.common |
  MARK.nation |
  MARK.stop |
  MARK.verb |
  MARK.title |
  MARK.org |
  MARK.place |
  MARK.ordinary |
  MARK.orgAdjective |
  MARK.placeKind |
  MARK.definite |
  MARK.actor
/** Endings of Arabic nouns that foreign names seldom have: the feminine and pronouns. */
const ENDINGS = ['ة', 'ته', 'ها', 'هم']

function isUnknown(scene: Scene, i: number, { joined = false, official = false }: First = {}): boolean {
  const token = scene.document.tokens[i]!
  return (
    (scene.marks[i]! & KNOWN) === 0 &&
    scene.taken[i] === 0 &&
    token.kind === 'word' &&
    token.form.length > 2 &&
    !ENDINGS.some((ending) => token.form.endsWith(ending)) &&
    (joined || mayBeName(token, true)) &&
    (official || token.form.length < 5 || !token.form.endsWith('ا'))
  )
}
