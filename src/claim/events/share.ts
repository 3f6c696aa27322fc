import type { Claim, EventType } from '../../model.ts'
import { claimPlace } from './place.ts'
import { hitsOf, type Scene } from './scene.ts'
import { type Story, storyOf } from './story.ts'

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
  ['kill', 'injure', 'casualties', 'attack', 'execute', 'breakout'], // a prison attacked has its dead and its wounded
  ['escape', 'breakout'],
  ['kidnap', 'missing'],
]
/** Sentences within which another side of the happening, and the same type, may lend time and place. */
const REACH = { family: 1, type: 4, told: 3, title: 6, fromTitle: 3 } as const

/** A claim without a time or a place of its own takes that of its neighbour, when both tell of the same event. */
export function shareSettings(scene: Scene, drafts: readonly Draft[]): void {
  const story = storyOf(scene)
  for (const draft of drafts) {
    if (!isOwnDated(scene, draft)) lend(story, draft, drafts, 'time')
    lend(story, draft, drafts, 'place')
  }
  for (const draft of drafts) if (story.topics[draft.sentence] === 0 && !isBackground(story, draft)) placeOfTitle(scene, draft)
}

/** Whether the sentence dates its event in words that give no date ('خلال الأيام الماضية'). */
const isOwnDated = (scene: Scene, { sentence }: Draft): boolean =>
  scene.by.times[sentence]!.some((time) => time.mention.edtf === null || !time.mention.edtf.startsWith('P'))

function lend(story: Story, draft: Draft, drafts: readonly Draft[], what: 'time' | 'place'): void {
  if (draft.claim[what] || STATES.has(draft.claim.type)) return
  let best: { lender: Draft; distance: number } | undefined
  for (const lender of drafts) {
    if (lender === draft || !mayLend(lender, draft, what)) continue
    const distance = reach(story, draft, lender, what)
    if (distance !== undefined && (!best || distance < best.distance)) best = { lender, distance }
  }
  if (!best) return
  Object.assign(draft.claim, { [what]: best.lender.claim[what] })
  draft.claim.why.push(`${what}-of-neighbour`)
}

/** What was itself borrowed, where people only went to, and another day's event lend nothing. */
function mayLend({ claim, sentence: lenderSentence }: Draft, draft: Draft, what: 'time' | 'place'): boolean {
  if (!claim[what] || claim.why.includes(`${what}-of-neighbour`)) return false
  if (what === 'time') return draft.sentence === lenderSentence || isHappening(claim.time?.edtf ?? '')
  return !claim.why.includes('place-towards') && !differ(claim.time?.edtf, draft.claim.time?.edtf)
}

/** A day, a month or a closed stretch: a year and a toll 'since' or 'until' date no happening beside them. */
const isHappening = (edtf: string): boolean => edtf.length > YEAR && !edtf.includes('..')
const YEAR = 4

/** The lead's day holds while the report goes on with it: no other day, no background and no other topic between. */
function goesOn(story: Story, lender: Draft, draft: Draft): boolean {
  if (lender.sentence >= draft.sentence || lender.claim.time?.edtf.length !== DAY) return false
  for (let i = lender.sentence + 1; i <= draft.sentence; i++) if (story.turns[i]) return false
  return story.turns[lender.sentence] !== 'background'
}

const DAY = 10

const isBackground = ({ turns }: Story, { sentence }: Draft): boolean => turns[sentence] === 'background'

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
function reach(story: Story, draft: Draft, lender: Draft, what: 'time' | 'place'): number | undefined {
  if (draft.claim.modality !== lender.claim.modality) return undefined
  const same = draft.claim.type === lender.claim.type
  if (!same && !inFamily(draft.claim.type, lender.claim.type)) return undefined
  if (!same && what === 'time' && !goesOn(story, lender, draft)) return undefined
  if (draft.sentence !== lender.sentence && isBackground(story, draft) !== isBackground(story, lender)) return undefined
  if (what === 'time' && STANDING.has(draft.claim.type)) return undefined
  const apart = Math.abs(draft.sentence - lender.sentence)
  if (draft.block === 'body' && story.topics[draft.sentence] !== story.topics[lender.sentence]) return undefined
  if (draft.block !== lender.block) return same && apart <= REACH.title ? apart + 0.5 : undefined
  const limit = same && what === 'place' && LINGERING.has(draft.claim.type) ? REACH.type : REACH.family
  if (same && apart <= REACH.told && goesOn(story, lender, draft)) return apart
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
