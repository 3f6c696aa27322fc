import type { Claim, EventType, Place, PlaceKind } from '../../model.ts'
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
const TOWARDS = new Set(['الى', 'نحو', 'صوب', 'باتجاه', 'تجاه'])
/** Cost of a place that is only where to, and gain of one that is where from when people are moved. */
const WEIGHT = { towards: -14, from: 16, camp: 30, origin: -60 } as const
/** Events that move people: they are counted where they leave. */
const MOVES: ReadonlySet<EventType> = new Set(['transfer', 'repatriate', 'evacuate', 'escape', 'breakout'])

/** The place of an event: the most exact one that its clause states, then its sentence. */
export function placeOf(scene: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  let best: { placed: Placed<Place>; score: number } | undefined
  for (const placed of scene.by.settings[anchor.sentence]!) {
    if (!sameVoice(scene, anchor, placed.mention)) continue
    const score = nearness(scene, anchor, placed) + fitness(scene, placed, anchor.type)
    if (score >= TAKEN && (!best || score > best.score)) best = { placed, score }
  }
  if (!best) return byKindNoun(scene, anchor)
  const { mention, clause } = narrowest(scene, best.placed)
  const where = isTowards(scene, best.placed) ? 'place-towards' : clause === anchor.clause ? 'place-in-clause' : 'place-in-sentence'
  return { place: claimPlace(mention), why: where }
}

/** Sentences back to the place that 'المدينة', 'المخيم' stands for. */
const ANAPHORA = 3

/** 'من المدينة', 'داخل المخيم': the place of that kind named last. */
function byKindNoun(scene: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  const { first, last } = scene.clauses[anchor.clause]!
  for (let i = first; i <= last; i++) {
    if ((scene.marks[i]! & Marks.placeKind) === 0) continue
    const form = scene.document.tokens[i]!.form
    const noun = scene.terms.at[i]?.find(({ entry }) => entry.class === 'place-kind')
    if (!noun || !/^[وفبل]*ال|^لل/u.test(form)) continue
    const kinds = (noun.entry.value as { kinds: PlaceKind[] }).kinds
    if (kinds.includes('region')) continue
    const named = scene.settings.findLast(
      ({ first: at, sentence, mention }) => at < i && anchor.sentence - sentence <= ANAPHORA && kinds.includes(mention.kind),
    )
    if (named) return { place: claimPlace(named.mention), why: 'place-by-kind-noun' }
  }
  return undefined
}

/** A place mention as a claim keeps it. */
export const claimPlace = ({ place, name, id }: Place): ClaimPlace => ({ place, name, mention: id })

const formBefore = ({ document }: Scene, { first }: Placed<Place>): string => document.tokens[first - 1]?.form ?? ''
const isTowards = (scene: Scene, placed: Placed<Place>): boolean => TOWARDS.has(formBefore(scene, placed))

function fitness(scene: Scene, placed: Placed<Place>, type: EventType): number {
  if (type === 'camp-population') return placed.mention.kind === 'camp' ? WEIGHT.camp : 0
  if (isTowards(scene, placed)) return WEIGHT.towards
  if (!MOVES.has(type) && isOfCounted(scene, placed)) return WEIGHT.origin
  return MOVES.has(type) && isFrom(scene, placed) ? WEIGHT.from : 0
}

/** '5 عمال من مصر': where those who are counted come from. */
const isOfCounted = ({ document, marks }: Scene, { first }: Placed<Place>): boolean =>
  first > 1 && document.tokens[first - 1]!.form === 'من' && (marks[first - 2]! & Marks.figure) !== 0

/** 'من سجن', 'من مخيم روج': the word from stands before the name or its kind. */
const isFrom = ({ document }: Scene, { first }: Placed<Place>): boolean =>
  document.tokens[first - 1]?.form === 'من' || document.tokens[first - 2]?.form === 'من'

/** Of places named one after the other, the narrowest. */
function narrowest(scene: Scene, chosen: Placed<Place>): Placed<Place> {
  let best = chosen
  for (const other of scene.by.settings[chosen.sentence]!) {
    if (other.clause !== chosen.clause) continue
    const gap = other.first > chosen.last ? other.first - chosen.last - 1 : chosen.first - other.last - 1
    if (gap <= NESTED && isWithin(scene, other, best) && rank(other.mention) < rank(best.mention)) best = other
  }
  return best
}

/** Nothing between the names says that one is left for the other. */
const isWithin = ({ document }: Scene, other: Placed<Place>, than: Placed<Place>): boolean => {
  const [left, right] = other.first < than.first ? [other, than] : [than, other]
  for (let i = left.last + 1; i < right.first; i++)
    if (TOWARDS.has(document.tokens[i]!.form) || document.tokens[i]!.form === 'من') return false
  return true
}

const rank = (place: Place): number => EXACTNESS.indexOf(place.kind)
