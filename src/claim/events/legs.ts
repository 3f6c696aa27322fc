import type { Actor, Claim, Leg, Quantity } from '../../model.ts'
import { datesDiffer } from '../findings/items.ts'
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
 * the second leg may stand in another sentence ('وفي المقابل أفرج … عن'), which may give no figure.
 *
 * @example addLegs(scene, figures, [...figures, ...openEvents]) // figures[0].claim.legs: both legs
 */
export function addLegs(scene: Scene, drafts: readonly FigureDraft[], all: readonly Draft[]): void {
  const swaps = drafts.filter(({ claim }) => claim.type === 'exchange' && claim.figure !== undefined)
  for (const group of groups(swaps)) {
    const answer = answerOf(scene, group, all)
    const sides: Sides | undefined = answer ? [answer.receiver, answer.giver] : sidesOf(scene, group)
    if (!sides) continue
    const legs = answer ? answeredLegs(scene, group, answer) : legsOf(scene, group, sides)
    if (legs.length > 0) for (const { claim } of group) claim.legs = legs
  }
}

function groups(swaps: readonly FigureDraft[]): FigureDraft[][] {
  const found: FigureDraft[][] = []
  for (const swap of swaps) {
    const last = found.at(-1)
    const near = last && swap.sentence - last.at(-1)!.sentence <= DEAL_SPAN && swap.block === last[0]!.block
    if (near && !isOtherDay(last.at(-1)!, swap)) last.push(swap)
    else found.push([swap])
  }
  return found
}

/** Deals of other days, each in a sentence of its own. */
const isOtherDay = (a: FigureDraft, b: FigureDraft): boolean =>
  a.sentence !== b.sentence && datesDiffer(a.claim.time?.edtf, b.claim.time?.edtf)

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
  ...unwilling(scene, draft.sentence, draft.sentence + 1),
})

/** A later sentence that gives the deal's second leg: who frees whose people. */
interface Answer {
  draft: Draft
  giver: Placed<Actor>
  receiver: Placed<Actor>
}

const GIVES = new Set<Claim['type']>(['release', 'exchange', 'transfer'])
/** Words at the head of a sentence among which 'وفي المقابل' stands. */
const HEAD = 2

/** 'وفي المقابل أفرج X عن … من مقاتلي Y', soon after a group whose own sentences do not say who gives. */
function answerOf(scene: Scene, group: readonly FigureDraft[], all: readonly Draft[]): Answer | undefined {
  const last = group.at(-1)!
  if (group.some(({ claim }) => claim.roles.agent !== undefined)) return undefined
  for (const draft of all) {
    const apart = draft.sentence - last.sentence
    if (apart < 1 || apart > DEAL_SPAN || draft.block !== last.block || !GIVES.has(draft.claim.type)) continue
    if (draft.claim.figure !== undefined || draft.claim.modality !== last.claim.modality) continue
    if (!opensInReturn(scene, draft.sentence)) continue
    const giver = scene.parties.find(({ mention }) => mention.id === draft.claim.roles.agent)
    const receiver = giver && (freedOf(scene, draft, giver) ?? otherParty(scene, all, giver))
    if (giver && receiver) return { draft, giver, receiver }
  }
  return undefined
}

function opensInReturn({ document, terms }: Scene, sentence: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i < Math.min(last, first + HEAD); i++) if (termOf(terms, i, 'given-for')) return true
  return false
}

/** The party whose people are freed: after 'مقاتلي', 'أسرى' and the like. */
const freedOf = (scene: Scene, { sentence }: Draft, giver: Placed<Actor>): Placed<Actor> | undefined =>
  scene.by.parties[sentence]!.find(
    (actor) => actor.first > giver.last && PARTIES.has(actor.mention.type) && !sameActor(actor, giver) && followsPeople(scene, actor),
  )

function followsPeople({ document, terms }: Scene, { first }: Placed<Actor>): boolean {
  let at = first - 1
  while (at > 0 && !/\p{L}/u.test(document.tokens[at]!.form)) at--
  return terms.at[at]?.some(({ entry }) => entry.class === 'counted') === true
}

/** The other of the two sides that a deal of the report is said to be between; none where deals name several, or only a country. */
function otherParty(scene: Scene, all: readonly Draft[], giver: Placed<Actor>): Placed<Actor> | undefined {
  const others = all.flatMap(({ claim: { type, roles } }) => {
    if (type !== 'agreement' && type !== 'exchange') return []
    const pair = [roles.agent, roles.counterpart].map((id) => scene.parties.find(({ mention }) => mention.id === id))
    const [one, two] = pair
    if (!one || !two || sameActor(one, two)) return []
    return sameActor(one, giver) ? [two] : sameActor(two, giver) ? [one] : []
  })
  return others.every((other) => sameActor(other, others[0]!) && scene.actors.includes(other)) ? others[0] : undefined
}

/** What was given first goes from the side that the answer frees people of; the answer itself gives no figure. */
function answeredLegs(scene: Scene, group: readonly FigureDraft[], { draft, giver, receiver }: Answer): Leg[] {
  const given = group.filter(({ figure }) => figure.mention.unit === 'person')
  const [first] = given
  if (!first) return []
  return [
    { ...newLeg(scene, first, receiver, giver), figures: given.map(({ claim }) => claim.figure!) },
    { giver: giver.mention.id, receiver: receiver.mention.id, figures: [], ...unwilling(scene, draft.sentence, draft.sentence) },
  ]
}

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
function unwilling(scene: Scene, since: number, until: number): Pick<Leg, 'unwilling'> {
  const { sentences } = scene.document
  const from = sentences[since]!.first
  const to = sentences[Math.min(until, sentences.length - 1)]!.last
  for (let i = from; i <= to; i++) if (termOf(scene.terms, i, 'unwilling')) return { unwilling: true }
  return {}
}

/** Whether a claim is a leg of an exchange. */
export const isExchange = (claim: Pick<Claim, 'type'>): boolean => claim.type === 'exchange'
