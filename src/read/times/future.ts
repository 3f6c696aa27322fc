import { isCue, termAt } from '../../lang/annotate.ts'
import type { TimeContext } from './moment.ts'

/** Tokens before and after a time in which a word may turn it to the future. */
const BEFORE = 12
const AFTER = 6

/** Marks at which a clause ends for this purpose. */
const CLAUSE_ENDS = new Set(['.', '؛', ';', '!', '?', '؟'])

/**
 * Whether the words around a time point ahead: a verb in the future, a word for plans, or a call to an act with a ل or إلى before the time.
 *
 * @example pointsAhead(context, 5, 6) // true in 'ستعقد جلسة الثلاثاء'
 */
export function pointsAhead(context: TimeContext, first: number, next: number): boolean {
  const { document } = context
  const sentence = document.sentences[document.sentenceOf[first]!]!
  for (let at = first - 1; at >= Math.max(sentence.first, first - BEFORE); at--) {
    if (CLAUSE_ENDS.has(document.tokens[at]!.form)) break
    const cue = cueAt(context, at)
    if (cue) return cue === 'future' || (cue === 'call' && leadsTo(context, at, first))
  }
  for (let at = next; at <= Math.min(sentence.last, next + AFTER); at++) {
    if (CLAUSE_ENDS.has(document.tokens[at]!.form)) break
    const cue = cueAt(context, at)
    if (cue) return cue === 'future'
  }
  return false
}

function cueAt({ terms, document }: TimeContext, at: number): 'future' | 'past' | 'call' | undefined {
  const here = terms.at[at]
  if (!here) return undefined
  let past = false
  for (const { entry, features, proclitics } of here) {
    if (entry.class === 'future-cue' || (entry.class === 'future-verb' && features?.tense === 'present')) return 'future'
    if (entry.class === 'future-call') return 'call'
    if (entry.pos !== 'verb') continue
    if (proclitics.includes('س') && features?.tense === 'present') return 'future'
    past ||= features?.tense === 'past' && document.tokens[at]!.form.length > 2
  }
  return past ? 'past' : undefined
}

/** Words between a call and its time that open the act called for: 'للاجتماع', 'إلى عقد'. */
function leadsTo({ document: { tokens } }: TimeContext, call: number, first: number): boolean {
  for (let at = Math.max(call + 1, first - 3); at < first; at++) {
    const { form } = tokens[at]!
    if (form === 'الى' || form.startsWith('لل')) return true
  }
  return false
}

/**
 * Whether a time is the end of a term: 'قبل نهاية', 'بحلول', 'في موعد أقصاه'. A month named there is the next one, not the last.
 *
 * @example isDeadline(context, 4) // true for 'نهاية شباط' in 'قبل نهاية شباط'
 */
export function isDeadline({ document: { tokens }, terms }: TimeContext, first: number): boolean {
  const before = tokens[first - 1]
  if (!before || tokens[first]!.breaks > 0) return false
  return isCue(terms, first - 1, 'deadline') || (before.form === 'قبل' && termAt(terms, first, 'period-part') !== undefined)
}
