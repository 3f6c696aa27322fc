import type { Features } from '../../lang/lexicon.ts'
import type { Hop } from '../../model.ts'
import { fold } from '../../text/fold.ts'

/** Someone who has spoken, for the verbs that go on without a subject. */
export interface Speaker {
  chain: Hop[]
  gender: Gender
  /** Gender of the hop nearest the outlet (the paper that 'ونقلت عن' goes on with). */
  firstGender: Gender
  sentence: number
}
export type Gender = 'm' | 'f' | 'plural' | 'unknown'

/** Broken plurals and bodies that take the feminine singular. */
const FEMININE_HEADS = new Set([
  'مصادر',
  'قوات',
  'تقارير',
  'وسائل',
  'صحف',
  'الامم',
  'الولايات',
  'منظمات',
  'جماعات',
  'سلطات',
  'فصائل',
  'السلطات',
  'المصادر',
  'القوات',
  'ام',
  'الشرطة',
  'رويترز',
  'مواقع',
  'دول',
  'الدول',
  'عائلات',
  'اسر',
])
const FEMININE_ENDING = /(ة|اء|ات)$/u
const PLURAL_ENDING = /(ون|ين)$/u
const PLURAL_HEADS = new Set(['شهود', 'سكان', 'اهالي', 'نشطاء', 'خبراء', 'اطباء', 'الاهالي', 'الشهود', 'السكان', 'ذوو', 'اقارب', 'مؤيدو'])

/** The gender that a verb takes after this source, as its first word shows it. @example genderOf(hop) // 'f' for 'صحيفة …' */
export function genderOf(hop: Hop): Gender {
  const head =
    fold(hop.text)
      .replace(/^["«“”(]+/u, '')
      .split(/\s/u)[0] ?? ''
  if (FEMININE_HEADS.has(head) || FEMININE_ENDING.test(head)) return 'f'
  if (PLURAL_HEADS.has(head) || (PLURAL_ENDING.test(head) && head.length > 4)) return 'plural'
  return hop.actor !== undefined || head.startsWith('ال') ? 'unknown' : 'm'
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
  return outer ? { ...outer, chain: outer.chain.slice(0, 1) } : latest
}

function fits(gender: Gender, features: Features | undefined): boolean {
  if (gender === 'unknown' || !features?.person) return true
  if (features.person === '3fs') return gender === 'f'
  if (features.person === '3ms') return gender === 'm'
  if (features.person === '3mp' || features.person === '3d') return gender === 'plural'
  return true
}
