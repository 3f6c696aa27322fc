import type { Actor, Claim, Leg, Quantity } from '../../model.ts'
import { hitsOf, type Placed, type Scene, termOf } from './scene.ts'
import type { Draft } from './share.ts'

/** A claim on a figure, with what the leg reader needs of it. */
export interface FigureDraft extends Draft {
  figure: Placed<Quantity>
}

/** Sentences apart that the legs of one deal may stand. */
const DEAL_SPAN = 2

/**
 * Gives every exchange its legs: who gave whom. The giver is the one who frees or holds, the receiver the other side;
 * the second leg may stand in another sentence ('وفي المقابل أفرج … عن').
 */
export function addLegs(scene: Scene, drafts: readonly FigureDraft[]): void {
  const swaps = drafts.filter(({ claim }) => claim.type === 'exchange' && claim.figure !== undefined)
  for (const group of groups(swaps)) {
    const sides = sidesOf(scene, group)
    if (!sides) continue
    const legs = legsOf(scene, group, sides)
    if (legs.length > 0) for (const { claim } of group) claim.legs = legs
  }
}

function groups(swaps: readonly FigureDraft[]): FigureDraft[][] {
  const found: FigureDraft[][] = []
  for (const swap of swaps) {
    const last = found.at(-1)
    if (last && swap.sentence - last.at(-1)!.sentence <= DEAL_SPAN && swap.block === last[0]!.block) last.push(swap)
    else found.push([swap])
  }
  return found
}

const sameActor = (a: Placed<Actor>, b: Placed<Actor>): boolean =>
  (a.mention.actor ?? a.mention.name) === (b.mention.actor ?? b.mention.name)

type Sides = [Placed<Actor>, Placed<Actor>]

/** The two sides of a deal: the roles that its claims found, else the first two parties named in its sentences. */
function sidesOf(scene: Scene, group: readonly FigureDraft[]): Sides | undefined {
  const named = group
    .flatMap(({ claim }) => [claim.roles.agent, claim.roles.counterpart])
    .flatMap((id) => scene.parties.filter((actor) => actor.mention.id === id))
  const from = group[0]!.sentence - 1
  const to = group.at(-1)!.sentence + 1
  const around = scene.parties.filter(
    ({ sentence, mention }) => sentence >= from && sentence <= to && PARTIES.has(mention.type) && !isSource(scene, mention),
  )
  const sides = [...named, ...around.filter(({ sentence }) => group.some((one) => one.sentence === sentence)), ...around]
  const [first] = sides
  const second = first && sides.find((other) => !sameActor(first, other))
  return first && second ? [first, second] : undefined
}

const PARTIES = new Set<Actor['type']>(['armed-group', 'state', 'coalition'])
const isSource = ({ statements }: Scene, mention: Actor): boolean =>
  statements.some(({ chain }) => chain.some((hop) => hop.start <= mention.start && mention.end <= hop.end))

function legsOf(scene: Scene, group: readonly FigureDraft[], sides: Sides): Leg[] {
  const legs: Leg[] = []
  for (const draft of group) {
    if (draft.figure.mention.unit !== 'person') continue
    const giver = giverOf(scene, draft, group, sides)
    if (!giver) continue
    const receiver = sameActor(giver, sides[0]) ? sides[1] : sides[0]
    const known = legs.find((leg) => leg.giver === giver.mention.id && leg.receiver === receiver.mention.id)
    if (known) known.figures.push(draft.claim.figure!)
    else legs.push(newLeg(scene, draft, giver, receiver))
  }
  return legs
}

const newLeg = (scene: Scene, draft: FigureDraft, giver: Placed<Actor>, receiver: Placed<Actor>): Leg => ({
  giver: giver.mention.id,
  receiver: receiver.mention.id,
  figures: [draft.claim.figure!],
  ...(isUnwilling(scene, draft.sentence) ? { unwilling: true as const } : {}),
})

/** Who gave the figure: after 'مقابل' the other side; else who frees, hands over or holds them in the clause. */
function giverOf(scene: Scene, { claim, figure }: FigureDraft, group: readonly FigureDraft[], sides: Sides): Placed<Actor> | undefined {
  const side = (id: string | undefined): Placed<Actor> | undefined => {
    const actor = scene.parties.find(({ mention }) => mention.id === id)
    return actor && sides.find((one) => sameActor(one, actor))
  }
  const agent = side(claim.roles.agent)
  if (agent) return isInReturn(scene, figure) ? sides.find((one) => !sameActor(one, agent)) : agent
  if (isInReturn(scene, figure)) return answering(group, sides, side)
  return side(claim.roles.custodian)
}

/** The side that answers the giver named before 'مقابل'. */
function answering(
  group: readonly FigureDraft[],
  sides: Sides,
  side: (id: string | undefined) => Placed<Actor> | undefined,
): Placed<Actor> | undefined {
  const giver = group.map((one) => side(one.claim.roles.agent)).find((one) => one !== undefined)
  return giver && sides.find((one) => !sameActor(one, giver))
}

/** Words between 'مقابل' and the figure that is given in return. */
const RETURN_REACH = 6

function isInReturn(scene: Scene, figure: Placed<Quantity>): boolean {
  const { first } = scene.document.sentences[figure.sentence]!
  for (let i = figure.first - 1; i >= Math.max(first, figure.first - RETURN_REACH); i--) {
    if (!termOf(scene.terms, i, 'given-for')) continue
    return hitsOf(scene, figure.sentence).some((hit) => hit.last < i)
  }
  return false
}

/** 'خلافا لرغبتهم', in the sentence of the leg or the one after it. */
function isUnwilling(scene: Scene, sentence: number): boolean {
  const { sentences } = scene.document
  const from = sentences[sentence]!.first
  const to = sentences[Math.min(sentence + 1, sentences.length - 1)]!.last
  for (let i = from; i <= to; i++) if (termOf(scene.terms, i, 'unwilling')) return true
  return false
}

/** Whether a claim is a leg of an exchange. */
export const isExchange = (claim: Pick<Claim, 'type'>): boolean => claim.type === 'exchange'
