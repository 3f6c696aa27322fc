import type { Claim, EventType } from '../../model.ts'
import { claimPlace } from './place.ts'
import { hitsOf, type Scene } from './scene.ts'

/** A claim being made, with where it stands. */
export interface Draft {
  claim: Claim
  sentence: number
  block: 'title' | 'body'
  paragraph: number
  /** Its trigger is a noun. */
  nominal?: boolean
}

/** Types that tell of one happening from several sides: neighbours share its place. */
const FAMILIES: EventType[][] = [
  ['kill', 'injure', 'casualties', 'attack', 'execute'],
  ['escape', 'breakout'],
  ['kidnap', 'missing'],
]
/** Sentences within which another side of the happening, and the same type, may lend time and place. */
const REACH = { family: 1, type: 4, title: 6, fromTitle: 3 } as const

/** A claim without a time or a place of its own takes that of its neighbour, when both tell of the same event. */
export function shareSettings(scene: Scene, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (isApart(scene, draft)) continue
    if (!isOwnDated(scene, draft)) lend(draft, drafts, 'time')
    lend(draft, drafts, 'place')
  }
  for (const draft of drafts) placeOfTitle(scene, draft)
  for (const draft of drafts) stanceOfTitle(draft, drafts)
}

/** A title without a verb ('الإفراج عن كل المختطفين اليوم') stands to the facts as the text right under it says. */
function stanceOfTitle({ claim, block, nominal }: Draft, drafts: readonly Draft[]): void {
  if (block !== 'title' || !nominal || claim.modality !== 'actual') return
  const under = drafts.filter((other) => other.block === 'body' && other.claim.type === claim.type).sort((a, b) => a.sentence - b.sentence)
  const first = under.filter(({ sentence }) => sentence === under[0]!.sentence)
  if (
    first.length === 0 ||
    !first.some((other) => other.claim.modality === 'planned') ||
    first.some((other) => other.claim.modality === 'actual' && other.claim.figure === undefined)
  )
    return
  claim.modality = 'planned'
  claim.why.push('as-under-title')
}

const APART = new Set(['منفصل', 'منفصلة', 'منفصلين', 'منفصلتين'])
const OTHER = new Set(['اخر', 'اخرى', 'ثان', 'ثانية', 'مماثل', 'مماثلة'])
const INCIDENTS = new Set(['حادث', 'حادثة', 'واقعة', 'هجوم', 'تفجير', 'قصف', 'غارة', 'عملية', 'كمين', 'منطقة', 'مكان', 'مدينة', 'بلدة'])
/** Words at the head of a sentence that may set it apart: 'وفي حادث منفصل', 'وفي هجوم آخر'. */
const HEAD = 5

function isApart({ document }: Scene, { sentence }: Draft): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first + 1; i <= Math.min(last, first + HEAD); i++) {
    const { form } = document.tokens[i]!
    if (APART.has(form) || (OTHER.has(form) && INCIDENTS.has(document.tokens[i - 1]!.form))) return true
  }
  return false
}

/** Whether the sentence dates its event in words that give no date ('خلال الأيام الماضية'). */
const isOwnDated = (scene: Scene, { sentence }: Draft): boolean =>
  scene.times.some((time) => time.sentence === sentence && (time.mention.edtf === null || !time.mention.edtf.startsWith('P')))

function lend(draft: Draft, drafts: readonly Draft[], what: 'time' | 'place'): void {
  if (draft.claim[what] || STATES.has(draft.claim.type)) return
  let best: { lender: Draft; distance: number } | undefined
  for (const lender of drafts) {
    if (lender === draft || !mayLend(lender, draft, what)) continue
    const distance = reach(draft, lender, what)
    if (distance !== undefined && (!best || distance < best.distance)) best = { lender, distance }
  }
  if (!best) return
  Object.assign(draft.claim, { [what]: best.lender.claim[what] })
  draft.claim.why.push(`${what}-of-neighbour`)
}

/** What was itself borrowed, where people only went to, and another day's event lend nothing. */
function mayLend({ claim }: Draft, draft: Draft, what: 'time' | 'place'): boolean {
  if (!claim[what] || claim.why.includes(`${what}-of-neighbour`)) return false
  if (what === 'time') return true
  return !claim.why.includes('place-towards') && !differ(claim.time?.edtf, draft.claim.time?.edtf)
}

/** Whether two dates cannot be of one happening: neither reaches into the other. */
function differ(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [from, to] = bounds(a)
  const [since, until] = bounds(b)
  return until < from || to < since
}

/** First and last day of an EDTF date or interval, as text that sorts. */
function bounds(edtf: string): [string, string] {
  const [from = edtf, to = from] = edtf.split('/')
  return [from === '..' ? '' : from, to === '..' ? '~' : `${to}~`]
}

/** Standing conditions, not happenings, and what has no place. */
const STATES = new Set<EventType>([
  'other',
  'forecast',
  'no-comment',
  'denial-of-knowledge',
  'agreement',
  'campaign',
  'request-return',
  'refuse-repatriation',
])
const STANDING = new Set<EventType>(['hold', 'camp-population', 'missing'])

/** How far off a lender is, in sentences; undefined where it may not lend. */
function reach(draft: Draft, lender: Draft, what: 'time' | 'place'): number | undefined {
  if (draft.claim.modality !== lender.claim.modality) return undefined
  const same = draft.claim.type === lender.claim.type
  if (!same && (what === 'time' || !inFamily(draft.claim.type, lender.claim.type))) return undefined
  if (what === 'time' && STANDING.has(draft.claim.type)) return undefined
  const apart = Math.abs(draft.sentence - lender.sentence)
  if (draft.block !== lender.block) return same && apart <= REACH.title ? apart + 0.5 : undefined
  const limit = same && what === 'place' && LINGERING.has(draft.claim.type) ? REACH.type : REACH.family
  return apart <= limit ? apart + (lender.sentence > draft.sentence ? 0.25 : 0) : undefined
}

/** Events that a report keeps coming back to; of the others it may tell several. */
const LINGERING = new Set<EventType>(['kill', 'injure', 'casualties', 'escape', 'breakout', 'kidnap', 'screen'])

const inFamily = (a: EventType, b: EventType): boolean => FAMILIES.some((family) => family.includes(a) && family.includes(b))

/** The one place of a title that tells of the same kind of event holds for the first sentences under it. */
function placeOfTitle(scene: Scene, { claim, sentence, block }: Draft): void {
  if (claim.place || block === 'title' || STATES.has(claim.type) || claim.modality === 'denied') return
  const titles = scene.document.sentences.filter((one) => one.block === 'title')
  const last = titles.at(-1)
  if (!last || sentence - last.index > REACH.fromTitle) return
  const named = scene.settings.filter((place) => place.sentence <= last.index)
  if (named.length === 0 || named.some(({ mention }) => mention.place !== named[0]!.mention.place)) return
  const told = titles.some(({ index }) =>
    hitsOf(scene, index).some(({ options }) => options.some(({ trigger }) => trigger.type === claim.type)),
  )
  if (!told) return
  claim.place = claimPlace(named[0]!.mention)
  claim.why.push('place-of-title')
}

/** Sentence, block and paragraph of a draft. */
export const settingOf = ({ document }: Scene, sentence: number): Pick<Draft, 'sentence' | 'block' | 'paragraph'> => {
  const { block, paragraph } = document.sentences[sentence]!
  return { sentence, block, paragraph }
}
