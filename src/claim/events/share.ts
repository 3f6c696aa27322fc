import type { Claim, EventType } from '../../model.ts'
import type { Scene } from './scene.ts'

/** A claim being made, with where it stands. */
export interface Draft {
  claim: Claim
  sentence: number
  block: 'title' | 'body'
  paragraph: number
}

/** Types that tell of one happening from several sides: its time and place are shared. */
const FAMILIES: EventType[][] = [
  ['kill', 'injure', 'casualties', 'attack', 'execute', 'missing'],
  ['release', 'exchange', 'ransom', 'transfer', 'pardon'],
  ['escape', 'breakout'],
  ['kidnap', 'missing'],
  ['arrest', 'hold', 'trial'],
  ['evacuate', 'displace'],
]
/** Sentences within which another side of the happening, and the same type, may lend time and place. */
const REACH = { family: 1, type: 4, title: 6 } as const

/** A claim without a time or a place of its own takes that of its neighbour, when both tell of the same event. */
export function shareSettings(scene: Scene, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    lend(scene, draft, drafts, 'time')
    lend(scene, draft, drafts, 'place')
  }
}

function lend(_scene: Scene, draft: Draft, drafts: readonly Draft[], what: 'time' | 'place'): void {
  if (draft.claim[what] || STATES.has(draft.claim.type)) return
  let best: { lender: Draft; distance: number } | undefined
  for (const lender of drafts) {
    if (lender === draft || !lender.claim[what] || lender.claim.why.includes(`${what}-of-neighbour`)) continue
    const distance = reach(draft, lender, what)
    if (distance !== undefined && (!best || distance < best.distance)) best = { lender, distance }
  }
  if (!best) return
  Object.assign(draft.claim, { [what]: best.lender.claim[what] })
  draft.claim.why.push(`${what}-of-neighbour`)
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
  if (!same && !inFamily(draft.claim.type, lender.claim.type)) return undefined
  if (what === 'time' && (STANDING.has(draft.claim.type) || !same)) return undefined
  const apart = Math.abs(draft.sentence - lender.sentence)
  if (draft.block !== lender.block) return same && apart <= REACH.title ? apart + 0.5 : undefined
  const limit = same && what === 'place' ? REACH.type : REACH.family
  return apart <= limit ? apart + (lender.sentence > draft.sentence ? 0.25 : 0) : undefined
}

const inFamily = (a: EventType, b: EventType): boolean => FAMILIES.some((family) => family.includes(a) && family.includes(b))

/** Sentence, block and paragraph of a draft. */
export const settingOf = ({ document }: Scene, sentence: number): Pick<Draft, 'sentence' | 'block' | 'paragraph'> => {
  const { block, paragraph } = document.sentences[sentence]!
  return { sentence, block, paragraph }
}
