import { type Term, termAt } from '../../lang/annotate.ts'
import { isFree, type Scene, take } from './context.ts'
import { hasVictimCue, isInFate } from './fate.ts'
import { initialsAt } from './initials.ts'
import { MARK } from './marks.ts'
import { endsAtBoundary, type NameSpan, nameAt } from './names.ts'
import type { Pending, Person, Status } from './person.ts'
import { appositionName, cuedName, isDefiniteTitle, isSuffixed, joinedName, unlistedName } from './unlisted.ts'

/** Tokens from a title to the name, at most: 'the spokesman for the court of first instance in Tunis …'. */
const TITLE_REACH = 14

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
  if ((scene.marks[i]! & MARK.title) === 0) return (scene.marks[i]! & MARK.naming) === 0 ? pending : namingPending(scene, i, pending)
  if (pending && i <= pending.last) return pending
  const title = termAt<{ status: Status }>(scene.terms, i, 'title')!
  if ((pending || scene.taken[i] === 1) && maybePlural(scene, title)) return pending // 'المتحدثة باسم مفوضية اللاجئين'
  const { status } = title.entry.value
  const isAdjacent = pending !== null && i === pending.last + 1
  const victim = status === 'victim' || (isAdjacent && pending.victim) || hasVictimCue(scene, i)
  const keepsFirst = isAdjacent
    ? status === 'civil' || status === 'victim' || pending.status === 'rank'
    : status === 'civil' && isPublic(pending?.status)
  return pending && keepsFirst ? { ...pending, last: title.last, victim } : { status, first: i, last: title.last, victim }
}

function namingPending(scene: Scene, i: number, pending: Pending | null): Pending | null {
  const cue = termAt<{ any: boolean }>(scene.terms, i, 'naming-cue')
  if (!cue || WITHHELD.has(scene.document.tokens[i - 1]?.form ?? '') || (pending && !cue.entry.value.any)) return pending
  return { status: 'civil', first: cue.first, last: cue.last, victim: false, cue: cue.entry.value.any }
}

const THE_TWO = new Set(['هما', 'وهما'])
/** 'طلب عدم ذكر اسمه': the name is what is not given. */
const WITHHELD = new Set(['ذكر', 'كشف', 'نشر', 'عن', 'بذكر', 'بكشف', 'يذكر', 'يكشف', 'ما'])

const isPublic = (status: Status | undefined): boolean => status === 'office' || status === 'rank' || status === 'professional'

function personAt(scene: Scene, i: number, pending: Pending | null, previous: Person | undefined): Person | null {
  const name = (scene.marks[i]! & (MARK.stop | MARK.kunya)) === MARK.stop ? null : nameAt(scene, i)
  if (!name) return unlistedAt(scene, i, pending, previous)
  const why = reason(scene, name, pending, previous)
  if (why === null || !isFree(scene, name.first, name.last)) return null
  if (why === 'name-joined' && previous) return { ...name, status: previous.status, victim: previous.victim, why }
  if (why !== 'name-after-title' || !pending) return { ...name, status: undefined, victim: hasVictimCue(scene, i), why }
  return { ...name, status: pending.status, victim: pending.victim || isInFate(scene, name.first, pending.status), why }
}

function unlistedAt(scene: Scene, i: number, pending: Pending | null, previous: Person | undefined): Person | null {
  const initials = initialsAt(scene, i, pending, previous)
  if (initials) return initials
  if (previous && previous.last === i - 1) return joinedName(scene, i, previous)
  if (isRightBehindCue(scene, i, pending)) return cuedName(scene, i)
  const known = pending || THE_TWO.has(scene.document.tokens[i - 1]?.form ?? '') ? unlistedName(scene, i, pending) : null
  return known ?? appositionName(scene, i)
}

const isRightBehindCue = (scene: Scene, i: number, pending: Pending | null): boolean =>
  pending?.cue === true && (i === pending.last + 1 || (i === pending.last + 2 && scene.document.tokens[i - 1]!.kind === 'punct'))

function reason(scene: Scene, name: NameSpan, pending: Pending | null, previous: Person | undefined): string | null {
  if (pending && fitsTitle(scene, name, pending)) return 'name-after-title'
  if (previous && previous.last + 1 === name.first && name.proclitics === 'و' && name.parts > 1) return 'name-joined'
  if (name.kunya) return name.sure || name.parts > 1 ? 'kunya' : null
  if (name.parts < 2) return null
  const said = isBesideVerb(scene, name)
  if (name.sure) return name.foreign || !name.open || said || endsAtBoundary(scene, name.last) ? 'given-name' : null
  if (((scene.marks[name.first - 1] ?? 0) & (MARK.nation | MARK.definite)) === (MARK.nation | MARK.definite))
    return 'given-name-with-nationality'
  const saidSo = ((scene.marks[name.first - 1] ?? 0) & (MARK.reportVerb | MARK.stop)) === MARK.reportVerb
  return saidSo && !name.open ? 'given-name-with-verb' : null
}

/** The name stands right behind its title, or where the title's complement is over: behind a definite word, a place, a comma. */
function fitsTitle(scene: Scene, name: NameSpan, pending: Pending): boolean {
  const { tokens } = scene.document
  const gap = name.first - pending.last - 1
  if (gap === 0)
    return (
      name.sure || name.parts > 1 || (isDefiniteTitle(scene, pending) && !maybePlural(scene, termAt(scene.terms, pending.last, 'title')))
    )
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

/** 'الموقوفين' is more often 'those held' than 'the two held': behind it a common word is no name. */
const maybePlural = (scene: Scene, title: Term | undefined): boolean =>
  title?.features?.number === 'dual' && scene.document.tokens[title.last]!.form.endsWith('ين')

function isBesideVerb(scene: Scene, name: NameSpan): boolean {
  const prior = scene.marks[name.first - 1] ?? 0
  const next = scene.marks[name.last + 1] ?? 0
  return (
    (prior & (MARK.reportVerb | MARK.verb)) !== 0 || (next & MARK.reportVerb) !== 0 || scene.document.tokens[name.first - 1]?.form === 'عن'
  )
}

/** 'X، المتحدث باسم …', 'X قائد الفرقة', 'X، أحد المختطفين': a title behind the name. */
function readApposition(scene: Scene, person: Person): void {
  const comma = scene.document.tokens[person.last + 1]?.form
  let at = person.last + (comma === '،' || comma === ',' || comma === '(' ? 2 : 1)
  if (ONE_OF.has(scene.document.tokens[at]?.form ?? '')) at++
  const title: Term<{ status: Status }> | undefined = termAt(scene.terms, at, 'title')
  if (title?.proclitics !== '') return
  const status = title.entry.value.status
  if (status === 'victim') person.victim = true
  else if (status !== 'kin' && isHigher(status, person.status)) person.status = status
}

const ONE_OF = new Set(['احد', 'احدى', 'وهو', 'وهي', 'هو', 'هي', 'وكان', 'وكانت'])
const RANKING: readonly (Status | undefined)[] = ['office', 'rank', 'professional', 'civil', 'kin', 'victim', undefined]
const isHigher = (a: Status, b: Status | undefined): boolean => RANKING.indexOf(a) < RANKING.indexOf(b)
