import { type Term, termAt } from '../../lang/annotate.ts'
import { arabicSpelling } from '../../lang/ar/spelling.ts'
import type { Token } from '../../text/tokens.ts'
import type { Scene } from './context.ts'
import { isWord, MARK } from './marks.ts'

/** A person's name: tokens `first`..`last`; `start` after proclitics. */
export interface NameSpan {
  first: number
  last: number
  start: number
  end: number
  /** Words of the name, compounds as one. */
  parts: number
  /** The first word is hardly ever anything but a name. */
  sure: boolean
  /** The name ends in a word that no list knows. */
  open: boolean
  /** The first word is of a language whose names are no words of Arabic. */
  foreign: boolean
  kunya: boolean
  proclitics: string
}

/** Longest name, in parts: three given names, a father's, a family's. */
const MOST_PARTS = 5
const ENDS_NAME = MARK.stop | MARK.org | MARK.ordinary | MARK.placeKind | MARK.common

/**
 * The person's name that begins at a token with a kunya or a given name, as far as it goes: given names, links (بن، آل، دي),
 * one family name. Null where none begins.
 */
export function nameAt(scene: Scene, i: number): NameSpan | null {
  const bits = scene.marks[i]!
  if ((bits & MARK.inPlace) !== 0 || isPlaceRather(scene, i)) return null
  if ((bits & (MARK.sureGiven | MARK.commonGiven | MARK.kunya)) === 0) return gluedServant(scene, i)
  const given = (bits & (MARK.sureGiven | MARK.commonGiven)) !== 0 ? termAt(scene.terms, i, 'given-name') : undefined
  const kunya = (bits & MARK.kunya) !== 0 ? termAt(scene.terms, i, 'kunya') : undefined
  if (kunya && (!given || given.proclitics.length >= kunya.proclitics.length)) return kunyaName(scene, kunya)
  if (given?.suffix !== '' || (given.proclitics !== '' && isWordItself(scene, i, given.proclitics))) return null
  const sure = given.last > given.first || (given.entry.value as { sure: boolean }).sure
  const name: NameSpan = { ...startOf(given), parts: 1, sure, open: false, foreign: given.entry.id === 'western', kunya: false }
  return extend(scene, name, foreign.has(given.entry.id))
}

/** 'محافظة صلاح الدين', 'غازي عنتاب': behind a kind word, or of several words, a place's name is one. */
function isPlaceRather(scene: Scene, i: number): boolean {
  const prior = scene.marks[i - 1] ?? 0
  const place = (scene.marks[i]! & MARK.place) === 0 ? undefined : termAt(scene.terms, i, 'place')
  const isTitled =
    (prior & (MARK.title | MARK.definite)) === (MARK.title | MARK.definite) ||
    (prior & (MARK.reportVerb | MARK.sureGiven | MARK.commonGiven)) !== 0
  if (place && place.last > i && !isTitled && !isLongerName(scene, i, place.last)) return true
  return (scene.marks[i]! & (MARK.place | MARK.commonPlace)) !== 0 && (prior & MARK.placeKind) !== 0 && (prior & MARK.title) === 0
}

/** 'صلاح الدين الأيوبي': the given name goes on where the place's name ends. */
function isLongerName(scene: Scene, i: number, placeEnd: number): boolean {
  const given = termAt(scene.terms, i, 'given-name')
  return given !== undefined && given.last >= placeEnd
}

/** 'بيان' is a statement before it is 'by Yan': a word of the lexicon without the clitic that the name would need. */
function isWordItself(scene: Scene, i: number, proclitics: string): boolean {
  for (const term of scene.terms.at[i]!)
    if (term.last === i && term.proclitics.length < proclitics.length && term.suffix === '') return true
  return false
}

const foreign = new Set(['western', 'turkish', 'persian', 'kurdish'])

const startOf = (term: Term) => ({ first: term.first, last: term.last, start: term.start, end: term.end, proclitics: term.proclitics })

/** عبدالله, عبدالمحسن: written as one word, whatever follows عبد. */
function gluedServant(scene: Scene, i: number): NameSpan | null {
  const token = scene.document.tokens[i]!
  if (token.form.length < 7 || !token.form.startsWith('عبدال')) return null
  return extend(
    scene,
    {
      first: i,
      last: i,
      start: token.start,
      end: token.end,
      parts: 1,
      sure: true,
      open: false,
      foreign: false,
      kunya: false,
      proclitics: '',
    },
    false,
  )
}

function kunyaName(scene: Scene, kunya: Term): NameSpan | null {
  const child = scene.document.tokens[kunya.last + 1]
  if (!isWord(child) || child.breaks > 0) return null
  const bits = scene.marks[child.index]!
  const isGiven = (bits & (MARK.sureGiven | MARK.commonGiven)) !== 0
  const sure = (kunya.entry.value as { sure: boolean }).sure
  if (!isGiven && (!sure || (bits & (MARK.stop | MARK.verb)) !== 0 || scene.document.tokens[kunya.first]!.form.endsWith('ي'))) return null
  const place = termAt(scene.terms, kunya.first, 'place')
  if (place && place.last >= child.index) return null
  return extend(
    scene,
    {
      ...startOf(kunya),
      last: child.index,
      end: child.end,
      parts: 1,
      sure: sure || (bits & MARK.sureGiven) !== 0,
      open: false,
      foreign: false,
      kunya: true,
    },
    true,
  )
}

function extend(scene: Scene, name: NameSpan, isForeign: boolean): NameSpan {
  let familyName = false
  while (name.parts < MOST_PARTS && !familyName) {
    const at = nextPart(scene, name.last)
    if (at < 0) break
    const grown = partEnd(scene, at, name, isForeign)
    if (!grown) break
    name.last = grown.last
    name.end = scene.document.tokens[grown.last]!.end
    name.parts++
    name.open = grown.open
    familyName = grown.family
  }
  return name
}

/** The token where the next part may begin: the next word, past an underscore or a hyphen between glued words. */
function nextPart(scene: Scene, last: number): number {
  const { tokens, sentenceOf } = scene.document
  const next = tokens[last + 1]
  if (!next || sentenceOf[last + 1] !== sentenceOf[last] || next.breaks > 0) return -1
  const joins = (next.form === '_' || next.form === '-') && next.glued && tokens[last + 2]?.glued === true
  const at = joins ? last + 2 : last + 1
  return isWord(tokens[at]) && scene.taken[at] === 0 ? at : -1
}

interface Part {
  last: number
  family: boolean
  open: boolean
}

function partEnd(scene: Scene, at: number, name: NameSpan, isForeign: boolean): Part | null {
  const token = scene.document.tokens[at]!
  const bits = scene.marks[at]!
  const given = termAt(scene.terms, at, 'given-name')
  if (given && given.proclitics === '' && given.suffix === '' && (bits & MARK.stop) === 0)
    return { last: given.last, family: token.form.startsWith('ال'), open: false }
  if (given?.proclitics === 'و') return null
  if ((bits & MARK.link) !== 0) return linked(scene, at)
  if ((bits & ENDS_NAME) !== 0 && !isNounAsFamily(scene, at)) return null
  if ((bits & MARK.definite) !== 0) return name.open || !isFamilyName(scene, token) ? null : { last: at, family: true, open: false }
  if ((bits & (MARK.verb | MARK.title)) !== 0 || !mayBeName(token, isForeign)) return null
  if (name.open && !(isForeign && name.parts === 2 && endsAtBoundary(scene, at))) return null
  return { last: at, family: false, open: true }
}

function linked(scene: Scene, at: number): Part | null {
  const next = scene.document.tokens[at + 1]
  if (!isWord(next) || next.breaks > 0) return null
  const bits = scene.marks[at + 1]!
  if ((bits & (MARK.stop | MARK.verb)) !== 0 && (bits & (MARK.sureGiven | MARK.commonGiven)) === 0) return null
  const given = termAt(scene.terms, at + 1, 'given-name')
  return { last: given && given.proclitics === '' ? given.last : at + 1, family: false, open: false }
}

/** A definite common noun is a family name where the phrase ends behind it: صديق الصور، */
function isNounAsFamily(scene: Scene, at: number): boolean {
  const bits = scene.marks[at]!
  if ((bits & MARK.definite) === 0 || (bits & ENDS_NAME) !== MARK.common) return false
  const next = scene.document.tokens[at + 1]
  return !next || next.kind === 'punct' || (scene.marks[at + 1]! & (MARK.stop | MARK.reportVerb)) !== 0
}

/** Titles that are family names as well: after a given name, and with no given name behind them, they are one. */
const TITLE_NAMES = new Set([
  'الشيخ',
  'الحاج',
  'القاضي',
  'الامير',
  'الملك',
  'السيد',
  'المختار',
  'الخطيب',
  'النقيب',
  'الشاعر',
  'المعلم',
  'الخوري',
  'القس',
  'العالم',
  'الطالب',
  'الجندي',
  'العامل',
  'الحارس',
  'الزعيم',
  'الحاكم',
])

function isFamilyName(scene: Scene, token: Token): boolean {
  if ((scene.marks[token.index]! & (MARK.title | MARK.verb)) === 0) return true
  if (!TITLE_NAMES.has(arabicSpelling.key(token.form))) return false
  const after = scene.marks[token.index + 1] ?? 0
  return (after & (MARK.sureGiven | MARK.commonGiven)) === 0
}

/** Letters that, with the article behind them, are a preposition or a conjunction and not part of a name. */
const BEFORE_ARTICLE = new Set(['و', 'ف', 'ب', 'ك', 'ل'])

/** Letters behind which و is part of a foreign name (واتسون, ويلسون), not 'and'. */
const LONG = new Set(['ا', 'ي', 'و'])

/** Whether a bare word that no list knows can be a family name: no clitic in sight, no accusative ending, no plural. */
export function mayBeName(token: Token, isForeign: boolean): boolean {
  const { form } = token
  if (token.kind === 'latin') return isForeign
  if (form.length < 3) return false
  if (BEFORE_ARTICLE.has(form[0]!) && (form.startsWith('ال', 1) || form.startsWith('لل'))) return false
  if (form[0] === 'و' && form.length > 3 && !LONG.has(form[1]!)) return false
  if (isForeign) return !form.endsWith('ات')
  if (form.endsWith('ا') && form.length > 4) return false
  if (form.endsWith('ات') || form.endsWith('ين') || form.endsWith('ون')) return form.length < 6
  return !((form[0] === 'و' && form.length > 4) || form[0] === 'ي')
}

/** Letters of a preposition or conjunction that stand before the article: بالعملية، وال…، لل… */
const JOINED_ARTICLE = ['بال', 'وال', 'فال', 'كال', 'لل']

/** Whether a phrase ends behind a token: a mark, a function word, a verb, a title, a definite word with or without a preposition. */
export function endsAtBoundary(scene: Scene, last: number): boolean {
  const next = scene.document.tokens[last + 1]
  if (!next || next.kind === 'punct' || next.breaks > 0) return true
  if ((scene.marks[last + 1]! & (MARK.stop | MARK.verb | MARK.title | MARK.definite)) !== 0) return true
  return next.form.length > 4 && JOINED_ARTICLE.some((head) => next.form.startsWith(head))
}
