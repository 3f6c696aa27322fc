import type { Claim, Place, PlaceKind } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'
import { Marks } from './marks.ts'
import type { Placed, Scene } from './scene.ts'
import { type Anchor, nearness, sameVoice } from './time.ts'

type ClaimPlace = NonNullable<Claim['place']>

/** From the most exact to the widest. */
const EXACTNESS: PlaceKind[] = [
  'site',
  'prison',
  'camp',
  'crossing',
  'village',
  'town',
  'city',
  'district',
  'governorate',
  'region',
  'country',
]
/** Least score at which a place is taken for the event's own. */
const TAKEN = 20
/** Tokens between two names of one place, from the narrow to the wide: 'مدينة هجين بمحافظة دير الزور'. */
const NESTED = 3
/** Words before a place that make it an origin of people, not where something happened. */
const ORIGINS = new Set(['اصل', 'اصول', 'اصيل', 'اصيلي', 'ابناء', 'اهالي', 'جنسية', 'مواليد', 'اصلهم'])
const TOWARDS = new Set(['الى', 'نحو', 'صوب', 'باتجاه', 'تجاه'])
/** Cost of a place that is only where to. */
const TOWARDS_COST = 14

/** The place of an event: the most exact one that its clause states, then its sentence. */
export function placeOf(scene: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  let best: { placed: Placed<Place>; score: number } | undefined
  for (const placed of scene.places) {
    if (placed.sentence !== anchor.sentence || !isScene(scene, placed) || !sameVoice(scene, anchor, placed.mention)) continue
    const score = nearness(scene, anchor, placed) - (TOWARDS.has(formBefore(scene, placed, 1)) ? TOWARDS_COST : 0)
    if (score >= TAKEN && (!best || score > best.score)) best = { placed, score }
  }
  if (!best) return undefined
  const { mention, clause } = narrowest(scene, best.placed)
  return { place: claimPlace(mention), why: clause === anchor.clause ? 'place-in-clause' : 'place-in-sentence' }
}

/** A place mention as a claim keeps it. */
export const claimPlace = ({ place, name, id }: Place): ClaimPlace => ({ place, name, mention: id })

const formBefore = ({ document }: Scene, { first }: Placed<Place>, back: number): string => document.tokens[first - back]?.form ?? ''

function isScene(scene: Scene, placed: Placed<Place>): boolean {
  const { mention } = placed
  if (mention.metonymOf !== undefined || mention.dateline) return false
  if (
    ORIGINS.has(formBefore(scene, placed, 1)) ||
    ORIGINS.has(formBefore(scene, placed, 2)) ||
    isBacker(scene, placed) ||
    isOrigin(scene, placed)
  )
    return false
  return !scene.actors.some(
    (actor) =>
      actor.sentence === placed.sentence &&
      overlaps(actor.mention, mention) &&
      actor.mention.end - actor.mention.start > mention.end - mention.start,
  )
}

const BACKED = new Set(['مدعوم', 'مدعومة', 'مدعومين', 'مدعومون', 'المدعوم', 'المدعومة', 'المدعومين', 'المدعومون', 'بدعم', 'بتمويل', 'بضغط'])
/** 'المدعومة من واشنطن': who stands behind a party, not where something happened. */
const isBacker = (scene: Scene, placed: Placed<Place>): boolean => [1, 2, 3].some((back) => BACKED.has(formBefore(scene, placed, back)))

/** 'معظمهم من الشيشان', '5 من مصر': where people come from. */
function isOrigin({ document, marks }: Scene, { first }: Placed<Place>): boolean {
  if (document.tokens[first - 1]?.form !== 'من') return false
  for (let i = first - 2; i >= Math.max(0, first - 4); i--) if (marks[i]! & (Marks.partOf | Marks.figure)) return true
  return false
}

/** Of places named one after the other, the narrowest. */
function narrowest(scene: Scene, chosen: Placed<Place>): Placed<Place> {
  const chain = scene.places.filter((other) => other.sentence === chosen.sentence && isScene(scene, other))
  let best = chosen
  for (const other of chain) {
    const gap = other.first > chosen.last ? other.first - chosen.last - 1 : chosen.first - other.last - 1
    if (gap <= NESTED && other.clause === chosen.clause && isWithin(scene, other, best) && rank(other.mention) < rank(best.mention))
      best = other
  }
  return best
}

/** The narrow place is named first ('هجين بمحافظة دير الزور'), or right after the wide one ('العاصمة طرابلس'). */
const isWithin = ({ document }: Scene, other: Placed<Place>, than: Placed<Place>): boolean => {
  const [left, right] = other.first < than.first ? [other, than] : [than, other]
  for (let i = left.last + 1; i < right.first; i++)
    if (TOWARDS.has(document.tokens[i]!.form) || document.tokens[i]!.form === 'من') return false
  return true
}

const rank = (place: Place): number => EXACTNESS.indexOf(place.kind)
