import type { Features } from '../../lang/lexicon.ts'
import type { Hop } from '../../model.ts'
import type { Gender } from './grammar.ts'

/** Someone who has spoken, for the verbs that go on without a subject. */
export interface Speaker {
  chain: Hop[]
  gender: Gender
  /** Gender of the hop nearest the outlet (the paper that 'ونقلت عن' goes on with). */
  firstGender: Gender
  sentence: number
}
/** How many sentences back a speaker may stand and still be the one who goes on. */
const MEMORY = 6

/**
 * The speaker that a verb without a subject goes on with: the latest whose gender fits.
 *
 * @example speakerFor(speakers, { person: '3fs' })?.chain
 */
export function speakerFor(speakers: readonly Speaker[], features: Features | undefined): Speaker | undefined {
  const latest = speakers.at(-1)
  if (!latest) return undefined
  const near = speakers.filter((one) => latest.sentence - one.sentence <= MEMORY)
  const fit = near.findLast((one) => fits(one.gender, features))
  if (fit) return fit
  const outer = near.findLast((one) => fits(one.firstGender, features) && one.chain.length > 1)
  return outer && { ...outer, chain: outer.chain.slice(0, 1) }
}

/** Whether a verb of these features can have a source of this gender. @example fits('f', { person: '3fs' }) // true */
export function fits(gender: Gender, features: Features | undefined): boolean {
  if (gender === 'unknown' || !features?.person) return true
  if (features.person === '3fs') return gender === 'f'
  if (features.person === '3ms') return gender === 'm'
  if (features.person === '3mp' || features.person === '3d' || features.person === '3fp') return gender === 'plural'
  return true
}
