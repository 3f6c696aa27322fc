import { termAt } from '../../lang/annotate.ts'
import type { ActorType } from '../../model.ts'
import type { Body } from './bodies.ts'
import { isFree, type Scene, spanOf } from './context.ts'
import { isRelational, isWord, MARK } from './marks.ts'

/**
 * A body that goes by one name in every country (النيابة العامة, الدفاع المدني), with the adjective of its country;
 * or a medium by the word that ends its name (… أف أم, … نيوز). Null where none begins.
 */
export const fixedBodyAt = (scene: Scene, i: number): Body | null =>
  ((scene.marks[i]! & MARK.actor) === 0 ? null : namedBody(scene, i)) ?? mediumAt(scene, i)

function namedBody(scene: Scene, i: number): Body | null {
  const term = termAt<{ type: ActorType }>(scene.terms, i, 'org-name')
  if (!term || !isFree(scene, i, term.last)) return null
  const next = scene.document.tokens[term.last + 1]
  const national = isWord(next) && next.breaks === 0 && isRelational(next.form) && (scene.marks[next.index]! & MARK.nation) !== 0
  return { ...spanOf(scene, i, national ? next.index : term.last, term), type: term.entry.value.type, why: 'body-of-every-country' }
}

/** Words of a medium's name before its ending, at most. */
const MEDIUM_REACH = 2

function mediumAt(scene: Scene, i: number): Body | null {
  const { tokens } = scene.document
  if ((((scene.marks[i + 1] ?? 0) | (scene.marks[i + 2] ?? 0)) & MARK.outletEnding) === 0) return null
  for (let length = 1; length <= MEDIUM_REACH; length++) {
    const at = i + length
    if (!isNameWord(scene, at - 1)) return null
    if (((scene.marks[at] ?? 0) & MARK.outletEnding) === 0 || tokens[at]!.breaks > 0) continue
    const ending = termAt(scene.terms, at, 'outlet-ending')!
    const start = tokens[i]!.form.startsWith('لل') ? tokens[i]!.start + 1 : tokens[i]!.start
    return { ...spanOf(scene, i, ending.last), start, type: 'outlet', why: 'medium-ending' }
  }
  return null
}

const NO_MEDIUM = MARK.stop | MARK.verb | MARK.org | MARK.title | MARK.common
const isNameWord = (scene: Scene, at: number): boolean =>
  isWord(scene.document.tokens[at]) && scene.taken[at] === 0 && (scene.marks[at]! & NO_MEDIUM) === 0
