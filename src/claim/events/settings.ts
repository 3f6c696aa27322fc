import type { Trigger } from '../../events/index.ts'
import type { Place } from '../../model.ts'
import { overlaps } from '../../text/spans.ts'
import { Marks } from './marks.ts'
import type { Placed, Scene } from './scene.ts'

type Ground = Pick<Scene, 'document' | 'terms' | 'marks' | 'actors' | 'figures'>

/** Words before a place that make it an origin of people, not where something happened. */
const ORIGINS = new Set(['اصل', 'اصول', 'اصيل', 'اصيلي', 'ابناء', 'اهالي', 'جنسية', 'مواليد', 'اصلهم'])
const BACKED = new Set(['مدعوم', 'مدعومة', 'مدعومين', 'مدعومون', 'المدعوم', 'المدعومة', 'المدعومين', 'المدعومون', 'بدعم', 'بتمويل', 'بضغط'])
/** Nouns of direction and surroundings that make the name after them a place. */
const SURROUNDINGS = new Set([
  'شمال',
  'جنوب',
  'شرق',
  'غرب',
  'شمالي',
  'جنوبي',
  'شرقي',
  'غربي',
  'وسط',
  'ريف',
  'ضواحي',
  'ضاحية',
  'قرب',
  'محيط',
  'اطراف',
  'مشارف',
  'سماء',
  'سواحل',
  'شواطئ',
  'حدود',
  'مطار',
  'ميناء',
  'سجن',
  'سجون',
  'شوارع',
  'قبالة',
  'جوار',
  'بجوار',
  'داخل',
  'خارج',
  'سوق',
  'احياء',
  'حي',
  'بلدات',
  'قرى',
  'مخيمات',
  'عاصمة',
])

/** The place mentions at which something can have happened: no origins, no backers, no countries or capitals that act. */
export const settingsOf = (ground: Ground, places: readonly Placed<Place>[]): Placed<Place>[] =>
  places.filter((placed) => isSetting(ground, placed, places))

function isSetting(ground: Ground, placed: Placed<Place>, places: readonly Placed<Place>[]): boolean {
  const { mention } = placed
  if (mention.metonymOf !== undefined || mention.dateline || isDatelineWord(ground, placed)) return false
  if (isOrigin(ground, placed) || isBacker(ground, placed)) return false
  if (standsForState(ground, placed) && !isLocative(ground, placed, places)) return false
  if (ground.figures.some(({ first, last }) => first <= placed.first && placed.first <= last)) return false
  return !isInsideName(ground, placed)
}

const formBefore = ({ document }: Ground, { first }: Placed<Place>, back: number): string => document.tokens[first - back]?.form ?? ''

/** Words from the start of a paragraph to the dash that closes its dateline. */
const DATELINE = 8
const DASHES = new Set(['-', '–', '—'])

/** 'واشنطن- ', 'سبها (ليبيا)- ': a place before the dash near the start of a paragraph, or a name with a dash glued to it. */
function isDatelineWord({ document: { tokens, sentences } }: Ground, { last, sentence }: Placed<Place>): boolean {
  const next = tokens[last + 1]
  if (next && DASHES.has(next.form) && next.glued) return true
  const { first, last: end } = sentences[sentence]!
  for (let i = last + 1; i <= Math.min(end, first + DATELINE); i++) if (DASHES.has(tokens[i]!.form)) return true
  return false
}

/** 'المدعومة من واشنطن': who stands behind a party, not where something happened. */
const isBacker = (ground: Ground, placed: Placed<Place>): boolean => [1, 2, 3].some((back) => BACKED.has(formBefore(ground, placed, back)))

/** 'من أصل شيشاني', 'معظمهم من الشيشان': where people come from. */
function isOrigin(ground: Ground, placed: Placed<Place>): boolean {
  if (ORIGINS.has(formBefore(ground, placed, 1)) || ORIGINS.has(formBefore(ground, placed, 2))) return true
  return formBefore(ground, placed, 1) === 'من' && placed.first > 1 && (ground.marks[placed.first - 2]! & Marks.partOf) !== 0
}

/** A country, or a capital that is used for its government. */
function standsForState({ terms }: Ground, { first, mention }: Placed<Place>): boolean {
  if (mention.kind === 'country') return true
  const term = terms.at[first]?.find(({ entry }) => entry.class === 'place')
  const candidates = (term?.entry.value as { candidates?: { id: string; metonym: string | undefined }[] } | undefined)?.candidates
  return candidates?.find(({ id }) => id === mention.place)?.metonym !== undefined
}

/** A preposition, a word for a kind of place, a verb of going or of taking, or another place stands before the name. */
function isLocative(ground: Ground, placed: Placed<Place>, places: readonly Placed<Place>[]): boolean {
  const { document, marks, terms } = ground
  const before = placed.first - 1
  if (SURROUNDINGS.has(document.tokens[placed.first]!.form)) return true
  if (before < 0) return false
  if (placed.mention.start > document.tokens[placed.first]!.start && /^[وف]?[بل]/u.test(document.tokens[placed.first]!.form)) return true
  if (marks[before]! & Marks.preposition || SURROUNDINGS.has(formBefore(ground, placed, 1))) return true
  if (terms.at[before]?.some(({ entry }) => entry.class === 'place-kind')) return true
  if (
    terms.at[before]?.some(
      ({ entry }) => entry.class === 'event' && GOES.has((entry.value as Trigger).patient) && (entry.value as Trigger).kind !== 'state',
    )
  )
    return true
  return places.some(({ last }) => last === before || last === before - 1)
}

const GOES: ReadonlySet<Trigger['patient']> = new Set(['subject', 'ala'])

const isInsideName = ({ actors }: Ground, { sentence, mention }: Placed<Place>): boolean =>
  actors.some(
    (actor) =>
      actor.sentence === sentence &&
      overlaps(actor.mention, mention) &&
      actor.mention.end - actor.mention.start > mention.end - mention.start,
  )
