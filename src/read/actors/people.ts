import { offsetOfLetter, type Term, termAt } from '../../lang/annotate.ts'
import { isFree, type Scene, take } from './context.ts'
import { isWord, MARK } from './marks.ts'
import { mayBeName, type NameSpan, nameAt } from './names.ts'

/** What a title says of the person it names. */
export type Status = 'office' | 'rank' | 'professional' | 'civil' | 'kin' | 'victim'

/** A person's name with what stands beside it. */
export interface Person extends NameSpan {
  status: Status | undefined
  /** Held, taken, accused, hurt, killed, by the words right before the name. */
  victim: boolean
  why: string
}

/** Tokens from a title to the name, at most: 'the spokesman for the court of first instance in Tunis …'. */
const TITLE_REACH = 14

interface Pending {
  status: Status
  first: number
  last: number
  victim: boolean
  /** A verb of naming people ('called', 'calls himself'), behind which any word is a name. */
  cue?: boolean
}

/** Finds people by titles, kunyas, given names and what stands beside them; free tokens only. */
export function findPeople(scene: Scene): Person[] {
  const people: Person[] = []
  let pending: Pending | null = null
  for (let i = 0; i < scene.marks.length; i++) {
    if (pending && (pendingEnds(scene, pending, i) || scene.persons[i] === 1)) pending = null
    const person = scene.taken[i] === 1 ? null : personAt(scene, i, pending, people.at(-1))
    if (person) {
      people.push(person)
      take(scene, person)
      pending = null
      i = person.last
    } else pending = nextPending(scene, i, pending)
  }
  for (const person of people) readApposition(scene, person)
  return people
}

function pendingEnds(scene: Scene, pending: Pending, i: number): boolean {
  const { sentenceOf, tokens } = scene.document
  if (i <= pending.last) return false
  if (i - pending.last > TITLE_REACH || sentenceOf[i] !== sentenceOf[pending.last]) return true
  const bits = scene.marks[i]!
  if ((bits & (MARK.sureGiven | MARK.commonGiven | MARK.kunya)) !== 0) return false
  return (bits & (MARK.clauseEnd | MARK.reportVerb)) !== 0 || (tokens[i]!.kind === 'punct' && CLOSES_TITLE.has(tokens[i]!.form))
}
const CLOSES_TITLE = new Set([':', '؛', '.', '؟', '!', '…'])

function nextPending(scene: Scene, i: number, pending: Pending | null): Pending | null {
  if ((scene.marks[i]! & MARK.title) === 0) {
    const cue = (scene.marks[i]! & MARK.naming) === 0 ? undefined : termAt<{ any: boolean }>(scene.terms, i, 'naming-cue')
    if (!cue || WITHHELD.has(scene.document.tokens[i - 1]?.form ?? '') || (pending && cue.entry.value.any === false)) return pending
    return { status: 'civil', first: cue.first, last: cue.last, victim: false, cue: cue.entry.value.any }
  }
  const title = termAt<{ status: Status }>(scene.terms, i, 'title')!
  const status = title.entry.value.status
  if (pending && i <= pending.last) return pending
  if (title.features?.number === 'plural') return null
  const adjacent = pending !== null && i === pending.last + 1
  const victim = status === 'victim' || (adjacent && pending!.victim) || hasVictimCue(scene, i)
  if (adjacent && (status === 'civil' || status === 'victim' || pending!.status === 'rank'))
    return { ...pending!, last: title.last, victim, status: pending!.status }
  if (pending && status === 'civil' && isPublic(pending.status)) return { ...pending, last: title.last, victim }
  return { status, first: i, last: title.last, victim }
}

const THE_TWO = new Set(['هما', 'وهما'])
/** 'طلب عدم ذكر اسمه': the name is what is not given. */
const WITHHELD = new Set(['ذكر', 'كشف', 'نشر', 'عن', 'بذكر', 'بكشف', 'يذكر', 'يكشف', 'ما'])

const isPublic = (status: Status | undefined): boolean => status === 'office' || status === 'rank' || status === 'professional'

function personAt(scene: Scene, i: number, pending: Pending | null, previous: Person | undefined): Person | null {
  const cued =
    pending?.cue === true && (i === pending.last + 1 || (i === pending.last + 2 && scene.document.tokens[i - 1]!.kind === 'punct'))
  const name = (scene.marks[i]! & MARK.stop) === 0 ? nameAt(scene, i) : null
  if (!name && previous && previous.last === i - 1) return joinedName(scene, i, previous)
  if (!name)
    return cued
      ? cuedName(scene, i)
      : pending || THE_TWO.has(scene.document.tokens[i - 1]?.form ?? '')
        ? unlistedName(scene, i, pending)
        : null
  const why = reason(scene, name, pending, previous)
  if (why === null || !isFree(scene, name.first, name.last)) return null
  const titled = why === 'name-after-title' && pending !== null
  const status = titled ? pending.status : undefined
  const joined = why === 'name-joined' && previous
  return {
    ...name,
    status: titled ? pending.status : joined ? previous.status : undefined,
    victim: titled ? pending.victim : joined ? previous.victim : hasVictimCue(scene, i),
    why,
  }
}

function reason(scene: Scene, name: NameSpan, pending: Pending | null, previous: Person | undefined): string | null {
  if (pending && fitsTitle(scene, name, pending)) return 'name-after-title'
  if (previous && previous.last + 1 === name.first && name.proclitics === 'و' && name.parts > 1) return 'name-joined'
  if (name.kunya) return name.sure || name.parts > 1 ? 'kunya' : null
  if (name.parts < 2) return null
  const said = isBesideVerb(scene, name)
  if (name.sure) return name.foreign || !name.open || said || endsAtBoundary(scene, name.last) ? 'given-name' : null
  const saidSo = ((scene.marks[name.first - 1] ?? 0) & (MARK.reportVerb | MARK.stop)) === MARK.reportVerb
  return saidSo && !name.open ? 'given-name-with-verb' : null
}

/** The name stands right behind its title, or where the title's complement is over: behind a definite word, a place, a comma. */
function fitsTitle(scene: Scene, name: NameSpan, pending: Pending): boolean {
  const { tokens } = scene.document
  const gap = name.first - pending.last - 1
  if (gap === 0) return name.sure || name.parts > 1 || isDefiniteTitle(scene, pending)
  const prior = tokens[name.first - 1]!
  if (prior.form === '،' || prior.form === ',') return name.parts > 1 && (name.sure || (!name.open && endsAtBoundary(scene, name.last)))
  if (prior.form === '#' || prior.kind === 'punct') return name.parts > 1
  const complementOver =
    (scene.marks[name.first - 1]! & (MARK.definite | MARK.place)) !== 0 ||
    scene.taken[name.first - 1] === 1 ||
    prior.kind === 'number' ||
    prior.form.startsWith('لل') ||
    isSuffixed(scene, pending)
  if (name.sure) return complementOver || name.parts > 1
  return complementOver && name.parts > 1
}

const isDefiniteTitle = (scene: Scene, pending: Pending): boolean =>
  (scene.marks[pending.last]! & MARK.definite) !== 0 || isSuffixed(scene, pending)
const isSuffixed = (scene: Scene, pending: Pending): boolean => (termAt(scene.terms, pending.first, 'title')?.suffix ?? '') !== ''

/** Behind 'called', 'calls himself': one word, and a definite or unknown one behind it. */
function cuedName(scene: Scene, i: number): Person | null {
  const { tokens } = scene.document
  const first = tokens[i]!
  if (!isWord(first) || first.breaks > 0 || (scene.marks[i]! & (MARK.stop | MARK.org | MARK.actor | MARK.place)) !== 0) return null
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
function unlistedName(scene: Scene, i: number, pending: Pending | null): Person | null {
  if (pending && (i <= pending.last || !isComplementOver(scene, i, pending))) return null
  if (!isUnknownPair(scene, i)) return null
  return unlisted(scene, i, pending?.status, pending?.victim ?? false, 'unlisted-name-after-title')
}

function isComplementOver(scene: Scene, i: number, pending: Pending): boolean {
  if (pending.status === 'civil') return (scene.marks[i - 1]! & MARK.nation) !== 0 && (scene.marks[i - 1]! & MARK.definite) !== 0
  return i === pending.last + 1 ? isDefiniteTitle(scene, pending) : (scene.marks[i - 1]! & MARK.definite) !== 0
}

/** 'كيفن غونو وليونار لوبيز': an unlisted name joined to a listed one. */
function joinedName(scene: Scene, i: number, previous: Person): Person | null {
  const token = scene.document.tokens[i]!
  if (!previous.foreign || token.form[0] !== 'و' || token.form.length < 5 || !isUnknownPair(scene, i)) return null
  return {
    ...unlisted(scene, i, previous.status, previous.victim, 'name-joined'),
    start: offsetOfLetter(scene.document.text, token, 1),
    proclitics: 'و',
  }
}

const isUnknownPair = (scene: Scene, i: number): boolean => {
  const second = scene.document.tokens[i + 1]
  return isUnknown(scene, i) && isWord(second) && second.breaks === 0 && isUnknown(scene, i + 1) && endsAtBoundary(scene, i + 1)
}

function unlisted(scene: Scene, i: number, status: Status | undefined, victim: boolean, why: string): Person {
  const { tokens } = scene.document
  return {
    first: i,
    last: i + 1,
    start: tokens[i]!.start,
    end: tokens[i + 1]!.end,
    parts: 2,
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
function isUnknown(scene: Scene, i: number): boolean {
  const token = scene.document.tokens[i]!
  return (
    (scene.marks[i]! & KNOWN) === 0 &&
    scene.taken[i] === 0 &&
    token.kind === 'word' &&
    token.form.length > 2 &&
    !token.form.endsWith('ة') &&
    mayBeName(token, true) &&
    !token.form.endsWith('ا')
  )
}

function endsAtBoundary(scene: Scene, last: number): boolean {
  const next = scene.document.tokens[last + 1]
  if (!next || next.kind === 'punct' || next.breaks > 0) return true
  return (scene.marks[last + 1]! & (MARK.stop | MARK.verb | MARK.title)) !== 0 || (scene.marks[last + 1]! & MARK.definite) !== 0
}

function isBesideVerb(scene: Scene, name: NameSpan): boolean {
  const prior = scene.marks[name.first - 1] ?? 0
  const next = scene.marks[name.last + 1] ?? 0
  return (
    (prior & (MARK.reportVerb | MARK.verb)) !== 0 || (next & MARK.reportVerb) !== 0 || scene.document.tokens[name.first - 1]?.form === 'عن'
  )
}

/** Tokens before a title or name in which a word of somebody's fate bears on it. */
const FATE_REACH = 2
export function hasVictimCue(scene: Scene, i: number): boolean {
  for (let back = 1; back <= FATE_REACH; back++) {
    const at = i - back
    if (at < 0 || scene.document.tokens[at]!.kind === 'punct') return false
    for (const term of scene.terms.at[at] ?? [])
      if (term.entry.class === 'victim-cue' && term.last < i && !term.features?.definite && (back === 1 || term.last === i - 1)) return true
  }
  return false
}

/** Tokens over which somebody's fate reaches a name that has no public office: 'أفرجت … عن أستاذين أجنبيين، …'. */
const FATE_STRETCH = 14
function isInFate(scene: Scene, first: number, status: Status | undefined): boolean {
  if (status === 'office' || status === 'rank') return false
  const { sentenceOf } = scene.document
  for (let at = first - 1; at >= Math.max(0, first - FATE_STRETCH) && sentenceOf[at] === sentenceOf[first]; at--) {
    if ((scene.marks[at]! & (MARK.reportVerb | MARK.clauseEnd)) !== 0) return false
    if (scene.terms.at[at]?.some((term) => term.entry.class === 'victim-cue')) return true
  }
  return false
}

/** 'X، المتحدث باسم …', 'X قائد الفرقة', 'X، أحد المختطفين': a title behind the name. */
function readApposition(scene: Scene, person: Person): void {
  const comma = scene.document.tokens[person.last + 1]?.form
  let at = person.last + (comma === '،' || comma === ',' || comma === '(' ? 2 : 1)
  if (ONE_OF.has(scene.document.tokens[at]?.form ?? '')) at++
  const title: Term<{ status: Status }> | undefined = termAt(scene.terms, at, 'title')
  if (!title || title.proclitics !== '') return
  const status = title.entry.value.status
  if (status === 'victim') person.victim = true
  else if (status !== 'kin' && isHigher(status, person.status)) person.status = status
}

const ONE_OF = new Set(['احد', 'احدى', 'وهو', 'وهي', 'هو', 'هي', 'وكان', 'وكانت'])
const RANKING: readonly (Status | undefined)[] = ['office', 'rank', 'professional', 'civil', 'kin', 'victim', undefined]
const isHigher = (a: Status, b: Status | undefined): boolean => RANKING.indexOf(a) < RANKING.indexOf(b)
