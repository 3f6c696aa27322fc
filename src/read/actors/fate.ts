import type { Scene } from './context.ts'
import { MARK } from './marks.ts'
import type { Status } from './person.ts'

/** Tokens before a title or name in which a word of somebody's fate bears on it. */
const FATE_REACH = 2
/** Whether a word of somebody's fate (held, taken, accused, killed) governs the title or name that begins at a token. */
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
export function isInFate(scene: Scene, first: number, status: Status | undefined): boolean {
  if (status === 'office' || status === 'rank') return false
  const { sentenceOf } = scene.document
  for (let at = first - 1; at >= Math.max(0, first - FATE_STRETCH) && sentenceOf[at] === sentenceOf[first]; at--) {
    if ((scene.marks[at]! & (MARK.reportVerb | MARK.clauseEnd)) !== 0) return false
    if (scene.terms.at[at]?.some((term) => term.entry.class === 'victim-cue')) return true
  }
  return false
}
