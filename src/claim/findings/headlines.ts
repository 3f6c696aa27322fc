import type { Claim, Finding } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import type { Scene } from '../events/scene.ts'
import { sourceKey } from './items.ts'
import { messages } from './messages.ts'

/** What the head of a report states as fact and its body does not, and what one source denies and another tells. */
export function headlineFindings(scene: Scene, claims: readonly Claim[]): Finding[] {
  return [...surerAbove(scene, claims), ...deniedBelow(scene, claims)]
}

const headEnd = ({ document }: Scene): number => document.sentences.find(({ block }) => block === 'body')?.end ?? 0

const titleEnd = ({ document }: Scene): number => document.sentences.findLast(({ block }) => block === 'title')?.end ?? 0

/** 'يؤكد' above, 'إمكانية' below: the same source, the same event. */
function surerAbove(scene: Scene, claims: readonly Claim[]): Finding[] {
  const [title, head] = [titleEnd(scene), headEnd(scene)]
  for (const above of claims) {
    if (above.evidence.start >= head || above.modality !== 'actual' || !isTold(above)) continue
    const end = above.evidence.start < title ? title : head
    const below = claims.find(
      (one) => one.evidence.start >= end && one.type === above.type && one.modality === 'possible' && speaksAgain(above, one),
    )
    if (!below || confirmedBelow(claims, above, end)) continue
    const shown = { ...below, evidence: withCue(below) }
    return [pair('headline', above, shown, messages.headlineSure(words(scene, above), words(scene, shown)))]
  }
  return []
}

/** Types that happen, once; a state may be told of in several ways. */
const isTold = ({ type }: Claim): boolean => type !== 'other' && type !== 'hold' && type !== 'camp-population' && type !== 'no-comment'

/** The body gives the same source, or the head gives none and the body's source is the only one there. */
const speaksAgain = (above: Claim, below: Claim): boolean => below.chain.length > 0 && sourceKey(above) === sourceKey(below)

/** The same source states it as fact in the body as well. */
const confirmedBelow = (claims: readonly Claim[], above: Claim, end: number): boolean =>
  claims.some(
    (one) =>
      one.evidence.start >= end &&
      one.type === above.type &&
      one.modality === 'actual' &&
      sourceKey(one) === sourceKey(above) &&
      one.figure !== undefined,
  )

/** A denial against what another source tells of the same parties. */
function deniedBelow(scene: Scene, claims: readonly Claim[]): Finding[] {
  const found: Finding[] = []
  for (const denied of claims) {
    if (denied.modality !== 'denied' || denied.chain.length === 0 || !isTold(denied)) continue
    const told = claims.find(
      (one) =>
        one.modality === 'actual' &&
        one.type === denied.type &&
        sourceKey(one) !== sourceKey(denied) &&
        ((one.chain.length > 0 && shareParty(scene, denied, one)) || isJustTold(scene, one, denied)),
    )
    if (!told) continue
    const title = titleOf(scene, claims, denied)
    const kind = title || denied.evidence.start < headEnd(scene) ? 'headline' : 'figure'
    const conflict = pair(kind, denied, told, messages.denied(words(scene, denied), words(scene, told)))
    found.push(title ? { ...conflict, evidence: [title.evidence, ...conflict.evidence], claims: [title.id, denied.id, told.id] } : conflict)
    if (title) break
  }
  return found
}

/** Sentences from a figure to the denial of what it counts. */
const ANSWERED = 2

/** A figure in the sentences right before the denial: 'دفعنا 140 ألفا … ونفى مصدر أمني دفع أي مبالغ'. */
function isJustTold({ document: { sentences } }: Scene, told: Claim, denied: Claim): boolean {
  if (told.figure === undefined || denied.figure !== undefined || told.evidence.start >= denied.evidence.start) return false
  const sentenceOf = ({ evidence }: Claim): number => sentences.findIndex(({ end }) => end > evidence.start)
  const [one, other] = [sentenceOf(told), sentenceOf(denied)]
  return sentences[one]?.block === 'body' && other - one <= ANSWERED
}

/** The title that says the same denial in short: of the same source, or with that source named in it. */
const titleOf = ({ document, actors }: Scene, claims: readonly Claim[], denied: Claim): Claim | undefined => {
  const end = document.sentences.findLast(({ block }) => block === 'title')?.end ?? 0
  if (denied.evidence.start < end) return undefined
  const named = actors.some(({ mention }) => mention.end <= end && mention.actor !== undefined && mention.actor === sourceKey(denied))
  const titles = claims.filter((one) => one.evidence.start < end && one.type === denied.type && one.modality === 'denied')
  return titles.find((one) => named || sourceKey(one) === sourceKey(denied))
}

/** Longest evidence, in UTF-16 code units. */
const LONGEST = 400

/** Evidence with the words that say how the source put it ('أقر … بإمكانية'). */
function withCue({ evidence, chain }: Claim): Claim['evidence'] {
  const cue = chain.at(-1)?.cue?.start
  return cue !== undefined && cue < evidence.start && evidence.start - cue <= LONGEST / 2
    ? { start: cue, end: Math.min(evidence.end, cue + LONGEST) }
    : evidence
}

/** An actor, other than the sources, that both clauses name. */
function shareParty(scene: Scene, a: Claim, b: Claim): boolean {
  const named = partiesOf(scene, a)
  return named.length > 0 && partiesOf(scene, b).some((id) => named.includes(id))
}

/** The armed groups that a clause names, but for those that speak. */
function partiesOf({ by, document, statements }: Scene, { evidence }: Claim): string[] {
  const sentence = document.sentences.findIndex(({ end }) => end > evidence.start)
  return (by.actors[sentence] ?? [])
    .filter(({ mention }) => mention.type === 'armed-group' && mention.start >= evidence.start && mention.end <= evidence.end)
    .filter(({ mention }) => !statements.some(({ chain }) => chain.some((hop) => hop.start <= mention.start && mention.end <= hop.end)))
    .map(({ mention }) => mention.actor ?? mention.name)
}

/** Words of evidence that a message shows, in UTF-16 code units. */
const SHOWN = 90
const words = ({ document: { text } }: Scene, { evidence }: Claim): string => {
  const said = slice(text, evidence).replace(/\s+/gu, ' ').trim()
  return said.length <= SHOWN ? said : `${said.slice(0, said.lastIndexOf(' ', SHOWN))} …`
}

const pair = (kind: Finding['kind'], a: Claim, b: Claim, message: Finding['message']): Finding => ({
  kind,
  verdict: 'conflict',
  evidence: [a.evidence, b.evidence],
  claims: [a.id, b.id],
  message,
})
