import { type Term, termAt } from '../../lang/annotate.ts'
import type { PlaceName } from '../gazetteer.ts'
import type { ActorName, ActorRecord } from '../registry.ts'
import { before, type Found, type Scene, spanOf } from './context.ts'
import { isWord, MARK } from './marks.ts'

/** A country, or a capital that stands for its government, that does or says something. */
export interface ActingState extends Found {
  actor: ActorRecord
  why: string
}

/**
 * Countries and capitals that act: subject of a verb of saying or doing, behind 'led by', 'backed by', 'agreement between',
 * or joined by و to one that does. A country in which something merely happens is no actor.
 */
export function findActingStates(scene: Scene): ActingState[] {
  const states: ActingState[] = []
  let group: Named[] = []
  for (let i = 0; i < scene.marks.length; i++) {
    const named = stateAt(scene, i)
    if (!named) continue
    const last = group.at(-1)
    if (last && isJoined(scene, named.term, last.term)) group.push(named)
    else {
      states.push(...actingOf(scene, group))
      group = [named]
    }
    i = named.term.last
  }
  return [...states, ...actingOf(scene, group)]
}

interface Named {
  term: Term
  actor: ActorRecord
}

/** All of a group of joined names act, or none. */
function actingOf(scene: Scene, group: readonly Named[]): ActingState[] {
  const [first] = group
  if (!first) return []
  const why = actsBefore(scene, first.term) ?? actsAfter(scene, first.term, group)
  return why === null ? [] : group.map(({ term, actor }) => ({ ...spanOf(scene, term.first, term.last, term), actor, why }))
}

function stateAt(scene: Scene, i: number): Named | null {
  if ((scene.marks[i]! & (MARK.acting | MARK.place | MARK.commonPlace)) === 0) return null
  const acting = termAt<ActorName>(scene.terms, i, 'actor-acting')
  if (acting) return { term: acting, actor: acting.entry.value.uses[0]!.actor }
  if (scene.taken[i] === 1) return null
  const place = termAt<PlaceName>(scene.terms, i, 'place')
  const seat = place?.entry.value.candidates.find((one) => one.metonym !== undefined)
  const actor = seat && scene.context.knowledge.registry.stateOf.get(seat.metonym!)
  return place && actor ? { term: place, actor } : null
}

/** Countries with masculine agreement (folded); all others are feminine. */
const MASCULINE = new Set(['العراق', 'السودان', 'لبنان', 'الاردن', 'اليمن', 'المغرب', 'الصومال', 'جنوب السودان', 'الفاتيكان'])
const isMasculine = (scene: Scene, term: Term): boolean =>
  MASCULINE.has(term.entry.id) || scene.document.tokens[term.first]!.form === 'الاتحاد'

/** Verbs whose object is a country as readily as their subject: only agreement tells. */
function actsBefore(scene: Scene, term: Term): string | null {
  let at = before(scene, term.first)
  for (; at >= 0; at = before(scene, at)) {
    if (cueEndsAt(scene, at, term)) return 'state-after-cue'
    if (!SKIPPED.has(scene.document.tokens[at]!.form)) break
  }
  if (at < 0) return null
  if (term.proclitics !== '') return null
  return agrees(scene, at, term) ? 'state-as-subject' : null
}
const SKIPPED = new Set(['قد', 'ايضا', 'كذلك', 'امس', 'اليوم', 'كل', 'من'])

/** Longest cue, in tokens. */
const CUE_REACH = 2
/** 'المدعومة من', 'بقيادة'; 'التابع ل' takes its ل in with the name. */
function cueEndsAt(scene: Scene, at: number, term: Term): boolean {
  if (term.proclitics !== '' && term.proclitics !== 'ل') return false
  for (let back = at; back >= Math.max(0, at - CUE_REACH); back--) {
    if (scene.terms.at[back]?.some((cue) => cue.entry.class === 'acting-cue' && cue.last === at)) return true
  }
  return false
}

function agrees(scene: Scene, at: number, term: Term, size = 1): boolean {
  const wanted = isMasculine(scene, term) ? '3ms' : '3fs'
  const together = size === 1 ? wanted : size === 2 ? '3d' : '3mp'
  for (const verb of scene.terms.at[at] ?? []) {
    const { entry, features } = verb
    if (verb.last !== at || (entry.class !== 'acting-verb' && entry.class !== 'report-verb') || entry.pos !== 'verb') continue
    if ((features?.person === wanted || features?.person === together) && features.voice !== 'passive') return true
  }
  return false
}

/** 'واشنطن لن تستقبل', 'السودان يقرر', 'المملكة المتحدة التي ترفض': the verb behind; the name itself must not stand in a preposition's reach. */
function actsAfter(scene: Scene, term: Term, group: readonly Named[]): string | null {
  if (term.proclitics.endsWith('ب') || term.proclitics.endsWith('ل') || term.proclitics.endsWith('ك') || followsNoun(scene, term))
    return null
  const { tokens, sentenceOf } = scene.document
  let at = group.at(-1)!.term.last + 1
  while (AUXILIARY.has(tokens[at]?.form ?? '')) at++
  const token = tokens[at]
  if (!isWord(token) || sentenceOf[at] !== sentenceOf[term.first] || token.breaks > 0) return null
  const behindThat = (scene.marks[term.first - 1] ?? 0) & MARK.clauseEnd
  return agrees(scene, at, term, group.length) || (behindThat !== 0 && group.length === 1 && isPresent(scene, at, term))
    ? 'state-before-verb'
    : null
}

/** What happens to a country rather than what it does. */
const STATIVE = new Set([
  'تشهد',
  'تعاني',
  'تعيش',
  'تمر',
  'تقع',
  'تضم',
  'تبعد',
  'تحتاج',
  'تظل',
  'تبقى',
  'يشهد',
  'يعاني',
  'يعيش',
  'يمر',
  'يقع',
  'يضم',
  'يبعد',
  'يحتاج',
  'يظل',
  'يبقى',
  'تكون',
  'يكون',
])
/** A present-tense form by its shape, behind 'إن' and a country. */
function isPresent(scene: Scene, at: number, term: Term): boolean {
  const { form } = scene.document.tokens[at]!
  if (form.length < 4 || form.endsWith('ة') || STATIVE.has(form) || (scene.marks[at]! & (MARK.stop | MARK.common)) !== 0) return false
  return form[0] === (isMasculine(scene, term) ? 'ي' : 'ت')
}
const AUXILIARY = new Set(['قد', 'لن', 'لم', 'لا', 'سوف', 'كانت', 'كان'])

/** Behind a preposition or a governing noun ('سكان سوريا يطالبون') the verb is somebody else's. */
function followsNoun(scene: Scene, term: Term): boolean {
  const at = before(scene, term.first)
  if (at < 0 || term.proclitics !== '') return term.proclitics !== '' && at >= 0
  const bits = scene.marks[at]!
  const token = scene.document.tokens[at]!
  if (token.kind === 'punct') return false
  return (bits & MARK.clauseEnd) === 0 || (bits & MARK.preposition) !== 0
}

/** 'الولايات المتحدة وبريطانيا وفرنسا' */
function isJoined(scene: Scene, term: Term, previous: Term): boolean {
  if (term.proclitics !== 'و') return false
  const gap = term.first - previous.last
  const form = scene.document.tokens[previous.last + 1]!.form
  return gap === 1 || (gap === 2 && (form === '،' || form === ','))
}
