import type { Claim } from '../../model.ts'
import type { Sentence } from '../../text/document.ts'
import { chainAt, originOf, statementAt } from './chain.ts'
import { LONGEST_EVIDENCE } from './evidence.ts'
import { openingStance } from './modality.ts'
import type { Placed, Scene } from './scene.ts'
import { type Draft, settingOf } from './share.ts'

/** Fewest tokens of a sentence that tells something. */
const SHORTEST = 5

/**
 * Claims of no type of their own for sentences that would leave none: what is said of somebody, somewhere or some day
 * stays in the ledger with its chain, also where no event type knows its words.
 */
export function untoldSentences(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const told = new Set(drafts.map(({ sentence }) => sentence))
  return scene.document.sentences
    .filter((sentence) => sentence.block === 'body' && !told.has(sentence.index) && saysSomething(scene, sentence))
    .map((sentence) => ({ claim: untoldClaim(scene, sentence), ...settingOf(scene, sentence.index) }))
}

const saysSomething = (scene: Scene, { index, first, last }: Sentence): boolean =>
  last - first >= SHORTEST &&
  ([scene.by.actors, scene.by.places, scene.by.times].some((by) => by[index]!.length > 0) || saidFrom(scene, { first, last }) !== undefined)

/** The first token that somebody is said to have said. */
function saidFrom({ document, statements }: Scene, { first, last }: Pick<Sentence, 'first' | 'last'>): number | undefined {
  for (let i = first; i <= last; i++) if (statementAt(statements, document.tokens[i]!.start)) return i
  return undefined
}

function untoldClaim(scene: Scene, sentence: Sentence): Claim {
  const { document, statements, report } = scene
  const said = saidFrom(scene, sentence)
  const start = said === undefined ? sentence.start : document.tokens[said]!.start
  const chain = chainAt(statements, start)
  const stance = openingStance(scene, said ?? sentence.first)
  return {
    id: '',
    type: 'other',
    modality: stance.modality,
    roles: {},
    ...placeAndTime(scene, sentence.index),
    chain,
    origin: originOf(report, chain),
    evidence: { start, end: Math.min(sentence.end, start + LONGEST_EVIDENCE) },
    why: ['sentence-of-no-type', stance.why],
  }
}

/** The one place and the one day that a sentence names; of several none is taken. */
function placeAndTime({ by }: Scene, index: number): Pick<Claim, 'place' | 'time'> {
  const place = only(by.settings[index]!, ({ place }) => place)
  const time = only(by.times[index]!, ({ edtf }) => edtf ?? '')
  return {
    ...(place ? { place: { place: place.place, name: place.name, mention: place.id } } : {}),
    ...(time?.edtf && !time.edtf.startsWith('P') ? { time: { edtf: time.edtf, mention: time.id } } : {}),
  }
}

function only<T>(placed: readonly Placed<T>[], key: (mention: T) => string): T | undefined {
  const kinds = new Set(placed.map(({ mention }) => key(mention)))
  return kinds.size === 1 ? placed[0]!.mention : undefined
}
