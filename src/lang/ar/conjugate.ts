import { fold } from '../../text/fold.ts'
import type { Features, FormOf } from '../lexicon.ts'

/** A verb by its principal parts, unvocalised: past and present of the third person masculine singular. */
export interface VerbParts {
  past: string
  present: string
  /** Past stem before consonants where it cannot be derived: doubled verbs (رد → ردد), some hollow ones. */
  short?: string
  /** Active participle (مضيف، ناف), where it is used as a circumstance: مضيفا، نافية. */
  participle?: string
}

type Person = NonNullable<Features['person']>
type Ending = readonly [person: Person, ending: string]

const PAST_VOWEL: readonly Ending[] = [
  ['3ms', ''],
  ['3fs', 'ت'],
  ['3d', 'ا'],
  ['3d', 'تا'],
  ['3mp', 'وا'],
]
const PAST_CONSONANT: readonly Ending[] = [
  ['1s', 'ت'],
  ['1p', 'نا'],
  ['2', 'تم'],
  ['3fp', 'ن'],
]
const PRESENT: readonly (readonly [Person, string, string])[] = [
  ['3ms', 'ي', ''],
  ['3fs', 'ت', ''],
  ['1s', 'ا', ''],
  ['1p', 'ن', ''],
  ['3d', 'ي', 'ان'],
  ['3d', 'ت', 'ان'],
  ['3mp', 'ي', 'ون'],
  ['3mp', 'ي', 'وا'],
  ['2', 'ت', 'ون'],
  ['2', 'ت', 'وا'],
  ['3fp', 'ي', 'ن'],
]

/**
 * All finite forms of a verb (third person in full, first person, second person plural), active and passive,
 * folded and unvocalised. Sound, hollow, defective, doubled (by `short`) and hamza-final verbs.
 *
 * @example conjugate({ past: 'قال', present: 'يقول' }).some((f) => f.form === 'قالوا') // true
 */
export function conjugate(parts: VerbParts): FormOf[] {
  if (parts.past.endsWith('أ')) return hamzaFinal(parts)
  const verb = { past: fold(parts.past), present: fold(parts.present), short: parts.short === undefined ? undefined : fold(parts.short) }
  const { pastPassive, presentPassive } = passives(verb)
  const samePast = pastPassive === verb.past
  const samePresent = presentPassive === verb.present
  const forms = [
    ...pastForms(verb.past, shortPast(verb), samePast ? 'either' : 'active'),
    ...presentForms(verb.present, samePresent ? 'either' : 'active'),
  ]
  if (!samePast) forms.push(...pastForms(pastPassive, pastPassive.replace(/ي(.)$/u, '$1'), 'passive'))
  if (!samePresent) forms.push(...presentForms(presentPassive, 'passive'))
  return unique(forms)
}

/**
 * The accusative forms in which a participle goes along with another verb: مضيفا، مضيفة، مضيفين، مضيفتين، مضيفات.
 *
 * @example participleForms({ past: 'نفى', present: 'ينفي', participle: 'ناف' }).map((f) => f.form) // ['نافيا', 'نافية', …]
 */
export function participleForms({ present, participle }: VerbParts): FormOf[] {
  if (participle === undefined) return []
  const base = fold(participle)
  const defective = /[يىو]$/u.test(fold(present)) && !/[يى]$/u.test(base)
  const stem = defective ? `${base}ي` : base
  const form = (text: string, number: Features['number'], gender: Features['gender']): FormOf => ({
    form: text,
    features: { tense: 'participle', number, gender },
  })
  return [
    form(`${stem}ا`, 'singular', 'm'),
    form(`${stem}ة`, 'singular', 'f'),
    form(`${defective ? base : stem}ين`, 'plural', 'm'),
    form(`${stem}تين`, 'dual', 'f'),
    form(`${stem}ات`, 'plural', 'f'),
  ]
}

/** بدأ، لجأ: conjugated as sound verbs, with every seat of the hamza: بدأوا، بدؤوا، بدءوا؛ بُدئ. */
function hamzaFinal(parts: VerbParts): FormOf[] {
  const past = fold(parts.past).slice(0, -1)
  const present = fold(parts.present).slice(0, -1)
  const seats = (forms: FormOf[]): FormOf[] =>
    forms.flatMap((one) => ['ا', 'ؤ', 'ء', 'ئ'].map((seat) => ({ ...one, form: one.form.replace('ء', seat) })))
  const forms = [...pastForms(`${past}ء`, `${past}ء`, 'either'), ...presentForms(`${present}ء`, 'either')]
  return unique(seats(forms))
}

type Voice = NonNullable<Features['voice']>

function pastForms(past: string, short: string, voice: Voice): FormOf[] {
  const forms: FormOf[] = []
  for (const [person, ending] of PAST_VOWEL)
    forms.push({ form: joinPast(past, person, ending), features: { tense: 'past', voice, person } })
  for (const [person, ending] of PAST_CONSONANT) forms.push({ form: short + ending, features: { tense: 'past', voice, person } })
  return hamzaSpellings(forms)
}

const isDefective = (past: string): boolean => /[ىاي]$/u.test(past) && past.length >= 3

function joinPast(past: string, person: Person, ending: string): string {
  if (!isDefective(past)) return past + ending
  const last = past.at(-1)
  const stem = past.slice(0, -1)
  if (ending === '') return past
  if (last === 'ي') return person === '3mp' ? `${stem}وا` : past + ending
  if (ending === 'ا') return stem + (last === 'ا' && past.length === 3 ? 'وا' : 'يا')
  return stem + ending // نفت، نفتا، نفوا
}

function shortPast({ past, short }: VerbParts): string {
  if (short !== undefined) return short
  if (isDefective(past)) return past.slice(0, -1) + (past.endsWith('ا') && past.length === 3 ? 'و' : 'ي')
  if (isHollow(past)) return past.slice(0, -2) + past.at(-1)
  return past
}

/** قال، أفاد، استعاد، احتاج: a long ا before the last radical. Form III (قاتل) has it earlier, form I doubled never. */
const isHollow = (past: string): boolean => past.at(-2) === 'ا' && !past.endsWith('ء')

function presentForms(present: string, voice: Voice): FormOf[] {
  const stem = present.slice(1)
  const forms: FormOf[] = []
  for (const [person, prefix, ending] of PRESENT) {
    forms.push({ form: prefix + joinPresent(stem, ending), features: { tense: 'present', voice, person } })
  }
  for (const jussive of jussiveStems(stem)) {
    for (const [person, prefix, ending] of PRESENT) {
      if (ending === '') forms.push({ form: prefix + jussive, features: { tense: 'present', voice, person, jussive: true } })
    }
  }
  return hamzaSpellings(forms)
}

function joinPresent(stem: string, ending: string): string {
  const last = stem.at(-1)
  if (ending === '' || !/[ىيو]$/u.test(stem)) return shortenHollow(stem, ending) + ending
  const base = stem.slice(0, -1)
  if (ending === 'ان') return base + (last === 'و' ? 'و' : 'ي') + ending
  if (ending === 'ن') return base + (last === 'و' ? 'و' : 'ي') + ending
  return base + ending
}

/** يقلن: the long vowel falls before the ن of the feminine plural. */
const shortenHollow = (stem: string, ending: string): string =>
  ending === 'ن' && isHollowPresent(stem) ? stem.slice(0, -2) + stem.at(-1) : stem
const isHollowPresent = (stem: string): boolean => stem.length >= 3 && /[وياى]/u.test(stem.at(-2)!) && !/[ىيواء]$/u.test(stem)

/** لم يقل، لم ينف، لم يدع */
function jussiveStems(stem: string): string[] {
  if (/[ىيو]$/u.test(stem)) return [stem.slice(0, -1)]
  return isHollowPresent(stem) && stem.length <= 6 ? [stem.slice(0, -2) + stem.at(-1)] : []
}

/** Passive third persons. Where the unvocalised spelling is that of the active, the active form comes back. */
function passives({ past, present }: VerbParts): { pastPassive: string; presentPassive: string } {
  return { pastPassive: passivePast(past), presentPassive: passivePresent(present) }
}

function passivePast(past: string): string {
  if (isHollow(past) && !/^.ا.$/u.test(past)) return `${past.slice(0, -2)}ي${past.at(-1)}`
  if (/^.ا.$/u.test(past)) return `${past[0]}ي${past[2]}` // قيل
  if (/[ىا]$/u.test(past) && past.length >= 3) return `${past.slice(0, -1)}ي` // نفي، أعطي
  if (/^.ا../u.test(past) && past.length === 4 && past[0] !== 'ا') return `${past[0]}و${past.slice(2)}` // قوتل
  if (/^ت.ا../u.test(past) && past.length === 5) return `${past.slice(0, 2)}و${past.slice(3)}` // تبودل
  return past
}

function passivePresent(present: string): string {
  if (/[يو]$/u.test(present)) return `${present.slice(0, -1)}ى`
  const stem = present.slice(1)
  if (isHollowPresent(stem) && /[وي]/u.test(stem.at(-2)!)) return `${present.slice(0, -2)}ا${present.at(-1)}`
  return present
}

/** Hamza before a long و is written ؤ, ء or أ: بدؤوا، بدأوا، بدءوا. */
function hamzaSpellings(forms: FormOf[]): FormOf[] {
  const more: FormOf[] = []
  for (const one of forms) {
    const match = /^(.*)([ءؤا])(ون|وا)$/u.exec(one.form)
    if (match && match[2] !== 'ا') for (const seat of ['ؤ', 'ئ', 'ء']) more.push({ ...one, form: match[1] + seat + match[3] })
  }
  return [...forms, ...more]
}

function unique(forms: FormOf[]): FormOf[] {
  const seen = new Map<string, FormOf>()
  for (const one of forms) {
    const id = `${one.form} ${one.features?.tense} ${one.features?.voice} ${one.features?.person}`
    if (!seen.has(id)) seen.set(id, one)
  }
  return [...seen.values()]
}
