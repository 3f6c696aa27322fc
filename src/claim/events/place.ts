import type { Claim, EventType, Place, PlaceKind } from '../../model.ts'
import type { Hit } from './hits.ts'
import { Marks } from './marks.ts'
import { type Anchor, isBeforeCue, isFronted, isOfType, nearness, sameVoice, TAKEN } from './nearness.ts'
import { hitsOf, type Placed, type Scene } from './scene.ts'

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
/** Tokens between two names of one place, from the narrow to the wide: 'مدينة هجين بمحافظة دير الزور'. */
const NESTED = 3
const TOWARDS = new Set(['الى', 'نحو', 'صوب', 'باتجاه', 'تجاه', 'والى'])
/** Cost of a place that is only where to, and gain of one that is where from when people are moved. */
const WEIGHT = { towards: -14, from: 16, camp: 30, origin: -60, other: -90, joined: -30, cueless: 80 } as const
/** Events that move people: they are counted where they leave. */
const MOVES: ReadonlySet<EventType> = new Set(['transfer', 'repatriate', 'evacuate', 'escape', 'breakout'])

/** The place of an event: the most exact one that its clause states, then its sentence. */
export function placeOf(scene: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  let best: { placed: Placed<Place>; score: number } | undefined
  for (const placed of scene.by.settings[anchor.sentence]!) {
    if (isSide(scene, placed)) continue
    const voiced = sameVoice(scene, anchor, placed.mention)
    if (!voiced && !isFrame(scene, anchor, placed)) continue
    const score = (voiced ? nearness(scene, anchor, placed) : WEIGHT.cueless) + fitness(scene, placed, anchor)
    if (score >= TAKEN && (!best || score > best.score)) best = { placed, score }
  }
  if (!best) return byTitleHead(scene, anchor) ?? byKindNoun(scene, anchor) ?? byCourt(scene, anchor) ?? byState(scene, anchor)
  const { mention, clause } = narrowest(scene, best.placed)
  const where = isTowards(scene, best.placed) ? 'place-towards' : clause === anchor.clause ? 'place-in-clause' : 'place-in-sentence'
  return { place: claimPlace(mention), why: where }
}

/** 'وفي مخيم جنين، أعلنت الوزارة مقتل 5': the place at the head of the sentence frames what is said in it. */
const isFrame = (scene: Scene, anchor: Anchor, placed: Placed<Place>): boolean => {
  const { tokens, sentences } = scene.document
  const { first } = sentences[placed.sentence]!
  return placed.first - first <= FRAME && IN.test(tokens[first]!.form) && isBeforeCue(scene, anchor, placed)
}

/** Words from the start of a sentence to the name of the place that frames it. */
const FRAME = 4
const IN = /^[وف]?(?:في|ب.{3,})$/u

/** 'تبادل الأسرى بين موسكو وكييف': states at both ends of a doing, not where it happened. */
function isSide({ document, by }: Scene, placed: Placed<Place>): boolean {
  if (placed.mention.kind !== 'country' && placed.mention.kind !== 'city') return false
  const mates = by.settings[placed.sentence]!
  const before = document.tokens[placed.first - 1]?.form
  const opens = before === 'بين' || mates.some((mate) => mate.last === placed.first - 1 && document.tokens[mate.first - 1]?.form === 'بين')
  return opens && !isOnRoad(document, placed.first)
}

/** 'على الطريق بين زبيد وحيس' is a place all the same. */
const isOnRoad = (document: Scene['document'], first: number): boolean => {
  for (let i = first - 1; i >= Math.max(0, first - ROAD); i--) if (ROADS.has(document.tokens[i]!.form)) return true
  return false
}

const ROAD = 5
const ROADS = new Set(['طريق', 'الطريق', 'طريقا', 'منطقة', 'المنطقة', 'حدود', 'الحدود', 'معبر', 'المعبر', 'خط', 'جبهة', 'اوتوستراد'])

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
    if (kinds.includes('region') || (kinds.includes('prison') && anchor.type === 'trial')) continue
    const isSame = SAME.has(scene.document.tokens[i + 1]?.form ?? '')
    const named = scene.settings.findLast(
      ({ first: at, sentence, mention }) => at < i && (isSame || anchor.sentence - sentence <= ANAPHORA) && kinds.includes(mention.kind),
    )
    if (named) return { place: claimPlace(named.mention), why: 'place-by-kind-noun' }
  }
  return undefined
}

const SAME = new Set(['ذاته', 'ذاتها', 'نفسه', 'نفسها', 'عينه', 'عينها', 'المذكور', 'المذكورة'])

/** 'قضت محكمة جنايات القاهرة': a court sits where its name says. */
function byCourt({ actors, places, document }: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  if (!TRIED.has(anchor.type)) return undefined
  for (const actor of actors) {
    if (actor.sentence !== anchor.sentence || !COURTS.has(document.tokens[actor.first]!.form)) continue
    const seat = places.find(({ first, mention }) => first > actor.first && first <= actor.last + 1 && SEATS.has(mention.kind))
    if (seat) return { place: claimPlace(seat.mention), why: 'place-of-court' }
  }
  return undefined
}

const TRIED: ReadonlySet<EventType> = new Set(['trial', 'execute', 'hold', 'release', 'pardon'])
const COURTS = new Set(['محكمة', 'محكمه', 'نيابة', 'نيابه'].flatMap((noun) => ['', 'و', 'ف', 'ب', 'ل'].map((clitic) => clitic + noun)))
const SEATS: ReadonlySet<PlaceKind> = new Set(['city', 'town', 'district', 'governorate'])

/** 'تعز: مقتل 5', 'تركيا.. توقيف 46': a title that begins with a place and a mark tells what happened there. */
function byTitleHead({ document, places, marks }: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  if (document.sentences[anchor.sentence]!.block !== 'title') return undefined
  const title = document.sentences.find(({ block }) => block === 'title')!
  const head = places.find(({ first, last }) => first === title.first && last < anchor.first && (marks[last + 1]! & Marks.punct) !== 0)
  return head && { place: claimPlace(head.mention), why: 'place-at-head-of-title' }
}

/** What a state does to people in its power it does at home, where no other place is named: 'أعدم العراق 20 شخصا'. */
const AT_HOME: ReadonlySet<EventType> = new Set(['execute', 'hold', 'trial', 'pardon', 'arrest', 'release'])

function byState({ parties, places }: Scene, anchor: Anchor): { place: ClaimPlace; why: string } | undefined {
  if (!AT_HOME.has(anchor.type)) return undefined
  const countries = places.filter(({ mention, clause }) => mention.kind === 'country' && clause === anchor.clause)
  const [home] = countries
  if (!home || countries.length > 1 || !parties.some(({ first, clause }) => first === home.first && clause === anchor.clause))
    return undefined
  return { place: claimPlace(home.mention), why: 'place-of-state' }
}

/** A place mention as a claim keeps it. */
export const claimPlace = ({ place, name, id }: Place): ClaimPlace => ({ place, name, mention: id })

/** 'إلى حلب', 'إلى مدينة حلب', 'إلى قراهم في القلمون': a word of direction stands before it, with no word of another kind between. */
function isTowards({ document: { tokens }, marks, terms }: Scene, { first }: Placed<Place>): boolean {
  if (TOWARDS.has(tokens[first - 1]?.form ?? '')) return true
  for (let i = first - 1; i >= Math.max(1, first - DIRECTED); i--) {
    const { form } = tokens[i]!
    const ofPlace = terms.at[i]?.some(({ entry }) => entry.class === 'place-kind') || form === 'في' || (marks[i]! & Marks.place) !== 0
    if (TOWARDS.has(form) || TOWARDS.has(tokens[i - 1]!.form)) return !(marks[i]! & Marks.figure)
    if (!ofPlace) return false
  }
  return false
}

/** Words from the name back to the word of direction. */
const DIRECTED = 4

function fitness(scene: Scene, placed: Placed<Place>, anchor: Anchor): number {
  const { type } = anchor
  const cost = (isOfPart(scene, anchor, placed) ? WEIGHT.other : isOfOtherDeed(scene, anchor, placed)) + heldBefore(scene, anchor, placed)
  if (type === 'camp-population') return (placed.mention.kind === 'camp' ? WEIGHT.camp : 0) + cost
  if (isTowards(scene, placed)) return WEIGHT.towards + cost
  if (!MOVES.has(type) && isOfCounted(scene, placed)) return WEIGHT.origin
  return (MOVES.has(type) && isFrom(scene, placed) ? WEIGHT.from : 0) + cost
}

/** 'مقابل خمسة كانوا محتجزين في …': where people were held until then is not where they were exchanged, if another place is named. */
const heldBefore = ({ document: { tokens } }: Scene, { type }: Anchor, { first }: Placed<Place>): number =>
  !MOVES.has(type) && type !== 'hold' && /^(?:ب|في)/u.test(tokens[first - 1]?.form ?? '') && WERE.test(tokens[first - 3]?.form ?? '')
    ? WEIGHT.joined
    : 0
const WERE = /^و?كان(?:وا|ت|ا|تا)?$|^و?كن$/u

/** '50 أسرة، منها 9 أسر في الخوخة': what follows a part at once is said of the part. */
const isOfPart = ({ marks, document, figures }: Scene, anchor: Anchor, placed: Placed<Place>): boolean =>
  figures.some(
    ({ first, last }) =>
      first > anchor.last &&
      last < placed.first &&
      placed.first - last <= OF_PART &&
      PARTS.has(document.tokens[first - 1]!.form) &&
      !isPunctBetween(marks, last, placed.first),
  )

/** Words from a part to the place that is its own. */
const OF_PART = 4
const PARTS = new Set(['منها', 'منهم', 'منهن', 'بينها', 'بينهم', 'بينهن'])

const isPunctBetween = (marks: Uint32Array, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (marks[i]! & Marks.punct) return true
  return false
}

/** 'مقتل 5 في تعز والإفراج عن 3': of two deeds told in one breath, each has the place that stands by it. */
function isOfOtherDeed(scene: Scene, anchor: Anchor, placed: Placed<Place>): number {
  if (isFronted(scene, placed)) return 0
  const after = placed.first > anchor.last
  const joined = hitsOf(scene, anchor.sentence).find((hit) =>
    after
      ? hit.first > anchor.last && hit.last < placed.first && isJoinedDeed(scene, hit, anchor)
      : hit.last >= anchor.first && hit.first <= anchor.first && hit.first > placed.last && isJoinedDeed(scene, hit, undefined),
  )
  if (!joined) return 0
  if (after) return WEIGHT.joined
  const first = hitsOf(scene, anchor.sentence).find((hit) => hit.last < placed.first && hit.clause === anchor.clause)
  return first && !isOfType(first, (type) => isKin(type, anchor.type)) ? WEIGHT.other : 0
}

const isJoinedDeed = ({ marks }: Scene, hit: Hit, anchor: Anchor | undefined): boolean =>
  (marks[hit.first]! & Marks.conjoined) !== 0 &&
  hit.options.some(({ trigger }) => trigger.kind === 'masdar') &&
  (anchor === undefined || !isOfType(hit, (type) => isKin(type, anchor.type)))

const VIOLENCE: ReadonlySet<EventType> = new Set([
  'kill',
  'injure',
  'casualties',
  'attack',
  'missing',
  'kidnap',
  'displace',
  'capture-territory',
])
const isKin = (a: EventType, b: EventType): boolean => a === b || (VIOLENCE.has(a) && VIOLENCE.has(b))

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
