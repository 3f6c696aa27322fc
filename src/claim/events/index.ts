import type { Claim, EventType, Quantity, Report, Span, Statement } from '../../model.ts'
import { chainAt, originOf } from './chain.ts'
import { evidenceAround } from './evidence.ts'
import type { Hit } from './hits.ts'
import { addLegs, type FigureDraft } from './legs.ts'
import { stanceOf } from './modality.ts'
import type { Anchor } from './nearness.ts'
import { readOpenEvents } from './open.ts'
import { placeOf } from './place.ts'
import { rolesOf } from './roles.ts'
import { hitsOf, makeScene, type Placed, type Reading, type Scene } from './scene.ts'
import { type Draft, settingOf, shareSettings } from './share.ts'
import { timeOf } from './time.ts'
import { type Typing, typeFigures } from './types.ts'
import { untoldSentences } from './untold.ts'

/** Claims, with what the stages after need to know of where they stand. */
export interface ClaimReading {
  claims: Claim[]
  scene: Scene
  typings: Typing[]
}

/**
 * Reads the claims of a report: one for every figure, then one for every main event without a figure, in the order of the text.
 *
 * @example readClaims(report, reading, statements).claims.filter((claim) => claim.figure === 'q1').length // 1
 */
export function readClaims(report: Report, reading: Reading, statements: readonly Statement[]): ClaimReading {
  const scene = makeScene(report, reading, statements)
  const typings = typeFigures(scene)
  const figures = scene.figures.map((figure, i) => figureDraft(scene, figure, typings[i]!))
  const told: Draft[] = [...figures, ...readOpenEvents(scene, figures, typings)]
  const drafts = [...told, ...untoldSentences(scene, told)]
  shareSettings(scene, drafts)
  addLegs(scene, figures, drafts)
  const claims = drafts
    .map(({ claim }) => claim)
    .sort((a, b) => a.evidence.start - b.evidence.start || Number(b.figure !== undefined) - Number(a.figure !== undefined))
  claims.forEach((claim, i) => {
    claim.id = `c${i + 1}`
  })
  return { claims, scene, typings }
}

function figureDraft(scene: Scene, figure: Placed<Quantity>, typing: Typing): FigureDraft {
  const { type, government } = typing
  const stance = stanceOf(scene, government?.hit, government?.option, figure)
  const anchors = anchorsOf(scene, figure, typing)
  const when = first(anchors, (anchor) => timeOf(scene, anchor))
  const where = first(anchors, (anchor) => placeOf(scene, anchor))
  const chain = chainAt(scene.statements, figure.mention.start)
  const claim: Claim = {
    id: '',
    type,
    modality: stance.modality,
    figure: figure.mention.id,
    roles: government ? rolesOf({ scene, type, hit: government.hit, option: government.option, figure }) : {},
    ...(when ? { time: when.time } : {}),
    ...(where ? { place: where.place } : {}),
    chain,
    origin: originOf(scene.report, chain),
    evidence: evidenceOf(scene, figure),
    why: [...typing.why, stance.why, ...(when ? [when.why] : []), ...(where ? [where.why] : [])],
  }
  return {
    claim,
    figure,
    nominal: government !== undefined && government.option.trigger.kind !== 'verb',
    ...settingOf(scene, figure.sentence),
  }
}

/** Where to look for time and place: at the figure's own trigger, then where its sentence speaks of the deal again. */
function anchorsOf(scene: Scene, figure: Placed<Quantity>, { type, government }: Typing): Anchor[] {
  const own = anchorOf(figure, type, government?.hit.sentence === figure.sentence ? government.hit : undefined)
  const again = hitsOf(scene, figure.sentence).find(
    (hit) => hit !== government?.hit && hit.options.some(({ trigger }) => trigger.type === type && trigger.kind === 'idiom'),
  )
  return again
    ? [
        own,
        {
          first: again.first,
          last: again.last,
          sentence: again.sentence,
          clause: again.clause,
          figureClause: again.clause,
          voice: figure.first,
          type,
          again: true,
        },
      ]
    : [own]
}

const anchorOf = (figure: Placed<Quantity>, type: EventType, hit: Hit | undefined): Anchor => ({
  first: Math.min(hit?.first ?? figure.first, figure.first),
  last: Math.max(hit?.last ?? figure.last, figure.last),
  sentence: figure.sentence,
  clause: hit?.clause ?? figure.clause,
  figureClause: figure.clause,
  voice: figure.first,
  type,
  ...(hit?.again ? { again: true as const } : {}),
})

function first<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

const evidenceOf = (scene: Scene, figure: Placed<Quantity>): Span => evidenceAround(scene, figure.sentence, figure.first, figure.last)
