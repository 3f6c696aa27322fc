import type { Hit, Option } from './hits.ts'
import { hitsOf, type Placed, type Scene } from './scene.ts'

/** The dead as things that are found, kept and handed over. Folded. */
const BODIES = /^[وف]?[بلك]?(?:ال)?(?:جثه|جثت|جثتا|جثتي|جثتين|جثتان|جثث|جثمان|جثماني|جثمانين|جثمانان|جثمانا|جثامين|رفات)$/u

/** What is done with bodies other than find them: the deed counts, not the death. */
const DEEDS = new Set(['exchange', 'transfer', 'hold', 'repatriate'])
/** Words between the deed and the bodies. */
const DEED_REACH = 14

/** Whether a trigger is a noun for bodies. @example isBody(scene, hit) // true for 'جثامين' */
export const isBody = ({ document }: Scene, { first, last }: Hit): boolean => first === last && BODIES.test(document.tokens[first]!.form)

const isDeed = ({ trigger }: Option): boolean => DEEDS.has(trigger.type) && trigger.kind !== 'state'

/** 'سلمت جثامين ثلاثة', 'تسلم تسع جثث', 'جثتين ستنقلان': bodies that are given, kept or taken home. */
export function isBodiesMoved(scene: Scene, figure: Placed<unknown>, body: Hit): boolean {
  return hitsOf(scene, figure.sentence).some((hit) => {
    if (hit.clause !== figure.clause || hit === body || !hit.options.some(isDeed)) return false
    const before = body.first - hit.last - 1
    if (before >= 0) return before <= DEED_REACH
    return hit.first > figure.last && hit.first - figure.last <= 2
  })
}
