import type { Term } from '../../lang/annotate.ts'
import { fold } from '../../text/fold.ts'
import type { Sides } from './addressees.ts'
import type { FrameScan } from './frames.ts'
import { type Frame, formAt, type Grammar, has, MARK, type ReportVerb } from './grammar.ts'
import { isComma, kindAt } from './nouns.ts'

const PREPOSITION_OF: Partial<Record<Frame, string>> = { ila: 'الى', an: 'عن', min: 'من', ala: 'على' }

/** The frame of a verb whose preposition stands at a token. @example frameOfPreposition(grammar, 3, ['ila']) // 'ila' at 'إلى' */
export function frameOfPreposition(grammar: Grammar, at: number, frames: readonly Frame[]): Frame | undefined {
  const form = formAt(grammar, at)
  const standalone = frames.find((frame) => PREPOSITION_OF[frame] === form)
  if (standalone) return standalone
  if (frames.includes('bi') && form.startsWith('ب') && form.length > 2 && isPrefixed(grammar, at)) return 'bi'
  return frames.includes('li') && form.startsWith('ل') && form.length > 3 ? 'li' : undefined
}

/** 'بقتل', not 'بعد' or 'بيان': ب is cut off, or nothing is known of the word. */
const isPrefixed = (grammar: Grammar, at: number): boolean => grammar.terms.at[at]?.some((term) => term.proclitics.endsWith('ب')) !== false

/** What {@link shortFrame} knows: the verb, and where its subject ends. */
export interface Short {
  verb: Term<ReportVerb>
  from: number
  hasSubject: boolean
  found: Sides
  limit: number
}

/** No complementizer and no quotation: the object, or the noun after the verb's own preposition, is what is said. */
export function shortFrame(grammar: Grammar, short: Short): FrameScan | undefined {
  const { verb, from, limit } = short
  if (verb.entry.value.quotes || from > limit) return undefined
  return frameAt(grammar, short, from) ?? behindSetting(grammar, short)
}

function frameAt(grammar: Grammar, { verb, hasSubject, found, limit }: Short, from: number): FrameScan | undefined {
  const { frames, objects } = verb.entry.value
  const preposition = frameOfPreposition(grammar, from, frames)
  if (preposition)
    return { ...found, frame: preposition, content: preposition === 'bi' || preposition === 'li' ? from : from + 1, quoteEnd: undefined }
  if (objects && !hasObject(grammar, objects, from, limit)) return undefined
  const free = !has(grammar, from, MARK.punct | MARK.preposition)
  const object = frames.includes('object') && (free || (hasSubject && !inSetting(grammar, from)))
  return object || towards(grammar, verb, from, limit) ? { ...found, frame: 'object', content: from, quoteEnd: undefined } : undefined
}

/** Prepositions that say where or when something was said. */
const SETTINGS = new Set(['في', 'خلال', 'عبر', 'امام', 'لدى', 'عقب', 'اثر', 'بعد', 'قبل', 'مع'])
/** How far, in tokens, 'في بيان مشترك' may reach. */
const SETTING_REACH = 12

const inSetting = (grammar: Grammar, at: number): boolean => SETTINGS.has(formAt(grammar, at)) || isComma(formAt(grammar, at))

/** 'هدد التنظيم في شريط مصور | بقتل', 'أدان الوزراء، في بيان مشترك، | إعدام': past where it was said and asides. */
function behindSetting(grammar: Grammar, short: Short): FrameScan | undefined {
  const { verb, from, limit, hasSubject } = short
  if (!hasSubject) return undefined
  if (isComma(formAt(grammar, from))) return behindAside(grammar, short)
  if (!SETTINGS.has(formAt(grammar, from))) return undefined
  const object = isSaying(grammar, from + 1) ? objectBehind(short) : undefined
  for (let at = from + 2; at <= Math.min(limit, from + SETTING_REACH); at++) {
    if (has(grammar, at, STOPS)) return object
    if (object && (has(grammar, at, MARK.event) || (at > from + LONGEST_SAYING && isComma(formAt(grammar, at))))) return object
    if (isComma(formAt(grammar, at))) return behindAside(grammar, { ...short, from: at }) ?? afterComma(grammar, short, at)
    if (frameOfPreposition(grammar, at, verb.entry.value.frames)) return frameAt(grammar, short, at)
  }
  return object
}

/** 'في بيان مشترك', in tokens: longer than that before a comma, the object stands within. */
const LONGEST_SAYING = 3

const STOPS = MARK.complementizer | MARK.relative | MARK.reportVerb

/** '، في بيان،', '، عضو مجلس النواب،': what stands between two commas, and what follows the second. */
function behindAside(grammar: Grammar, short: Short): FrameScan | undefined {
  const { from, limit } = short
  for (let at = from + 1; at <= Math.min(limit - 1, from + SETTING_REACH); at++) {
    if (has(grammar, at, STOPS)) return undefined
    if (isComma(formAt(grammar, at))) return afterComma(grammar, short, at)
  }
  return undefined
}

/** 'ما أوردته …', 'صحة الأنباء', 'هذه الاتهامات', 'وجود' */
const OPENING = new Set(['ما', 'صحة', 'هذه', 'هذا', 'تلك', 'اي', 'وجود', 'عدم', 'استمرار', 'حصيلة', 'عدد'])

/** Behind a comma only what clearly begins there counts: the verb's preposition, a number or the noun of an event. */
function afterComma(grammar: Grammar, short: Short, comma: number): FrameScan | undefined {
  const at = comma + 1
  if (at > short.limit) return undefined
  const opens =
    frameOfPreposition(grammar, at, short.verb.entry.value.frames) !== undefined ||
    has(grammar, at, MARK.event | MARK.number) ||
    OPENING.has(formAt(grammar, at))
  return opens ? frameAt(grammar, { ...short, hasSubject: false }, at) : undefined
}

/** 'أكدت الصحيفة في مقالها وقوع …': the object, from where it was said on. */
const objectBehind = ({ verb, from, found }: Short): FrameScan | undefined =>
  verb.entry.value.frames.includes('object') ? { ...found, frame: 'object', content: from, quoteEnd: undefined } : undefined

/** A document, or a word of speech with a pronoun ('في إحاطته', 'في كلمته'). */
const isSaying = (grammar: Grammar, at: number): boolean =>
  kindAt(grammar, at) === 'document' || /(?:ته|تها|ه|ها)$/u.test(formAt(grammar, at))

/** How far, in tokens, a verb's object noun or preposition may stand from its subject. */
const OBJECT_REACH = 12

/** 'رفض | التعليق', 'حملت … | المسؤولية': one of the nouns that make the verb one of speech. */
function hasObject(grammar: Grammar, objects: readonly string[], from: number, limit: number): boolean {
  for (let at = from; at <= Math.min(limit, from + OBJECT_REACH) && !has(grammar, at, MARK.punct); at++) {
    const form = formAt(grammar, at)
    if (objects.some((noun) => isFormOf(form, fold(noun)))) return true
  }
  return false
}

/** 'التعليق', 'تعليقا', 'مسؤوليته' of 'تعليق', 'مسؤولية'. */
function isFormOf(form: string, noun: string): boolean {
  const bare = form.startsWith('ال') ? form.slice(2) : form
  const stem = noun.endsWith('ة') ? noun.slice(0, -1) : noun
  return bare.startsWith(stem) && bare.length <= stem.length + LONGEST_ENDING
}
const LONGEST_ENDING = 3

const PERSONAL_ACTS: ReadonlySet<string> = new Set(['demand', 'warn', 'threaten', 'claim'])

/** 'دعا الاتحاد | طرفي النزاع إلى': somebody who is called on stands between the verb and its preposition. */
function towards(grammar: Grammar, verb: Term<ReportVerb>, from: number, limit: number): boolean {
  if (!PERSONAL_ACTS.has(verb.entry.value.act) || has(grammar, from, MARK.punct | MARK.preposition)) return false
  for (let at = from + 1; at <= Math.min(limit, from + OBJECT_REACH) && !has(grammar, at, MARK.punct | MARK.break); at++)
    if (frameOfPreposition(grammar, at, verb.entry.value.frames)) return true
  return false
}
