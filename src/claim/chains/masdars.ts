import type { Sentence } from '../../text/document.ts'
import { skipAdverbs } from './adverbs.ts'
import { clauseEnd, type Draft } from './draft.ts'
import { afterComplementizers } from './frames.ts'
import { type Frame, formAt, type Grammar, has, MARK, type ReportNoun, termOf } from './grammar.ts'
import { joinChains, makeHop, spanOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import { kindAt } from './nouns.ts'
import { isSourceLike } from './subjects.ts'

const PREPOSITIONS: Partial<Record<Frame, string>> = { ila: 'الى', an: 'عن', min: 'من', ala: 'على' }

/**
 * Reads a verbal noun that attributes, with its source right behind it: 'بعد إعلان الوزارة إسقاط …', 'مع تأكيد الحكومة أن'.
 * Undefined where what stands behind it is no source, or nothing is said.
 */
export function masdarStatement(grammar: Grammar, sentence: Sentence, at: number, drafts: readonly Draft[]): Draft | undefined {
  const about = unsignedStatement(grammar, sentence, at, drafts)
  if (about) return about
  const noun = termOf<ReportNoun>(grammar, at, 'report-noun')
  if (noun?.suffix !== '' || noun.features?.definite || at >= sentence.last) return undefined // 'الإعلان', 'إعلانه'
  const source = nounPhrase(grammar, at + 1, sentence.last, { strict: true, stopAtBi: true })
  if (!source || source.kind === 'document' || !isSourceLike(grammar, source)) return undefined
  const first = contentAfter(grammar, skipAdverbs(grammar, source.last + 1, sentence.last), noun.entry.value.frames, sentence.last)
  if (first === undefined) return undefined
  const hop = makeHop(grammar, source, noun.entry.value.act, spanOf(grammar, at, noun.last))
  const enclosing = drafts.findLast((draft) => draft.first <= at && at <= draft.last)
  const last = clauseEnd(grammar, first, enclosing ? Math.min(enclosing.last, sentence.last) : sentence.last)
  return {
    first,
    last,
    chain: enclosing ? joinChains(enclosing.chain, [hop]) : [hop],
    why: [`noun:${noun.entry.id}`, 'source-named', ...(enclosing ? ['inside-statement'] : [])],
    end: last < sentence.last ? 'clause' : 'sentence',
    nested: true,
  }
}

/** Where what is said begins, if one of the noun's frames follows. */
function contentAfter(grammar: Grammar, at: number, frames: readonly Frame[], limit: number): number | undefined {
  if (at >= limit) return undefined
  if (has(grammar, at, MARK.complementizer)) return frames.includes('that') ? afterComplementizers(grammar, at) : undefined
  const form = formAt(grammar, at)
  if (frames.some((frame) => PREPOSITIONS[frame] === form))
    return has(grammar, at + 1, MARK.complementizer) ? afterComplementizers(grammar, at + 1) : at + 1
  if (frames.includes('li') && form.startsWith('ل') && form.length > 3) return at
  if (frames.includes('bi') && form.startsWith('ب') && form.length > 2 && !has(grammar, at, MARK.break)) return at
  const opens =
    !has(grammar, at, MARK.punct | MARK.preposition | MARK.relative | MARK.break | MARK.reportVerb) &&
    !form.startsWith('ال') &&
    !form.startsWith('و')
  return frames.includes('object') && opens ? at : undefined
}

/** 'أنباء عن مقتل', 'تقارير عن فرار': news that nobody signs, told of an event. */
function unsignedStatement(grammar: Grammar, sentence: Sentence, at: number, drafts: readonly Draft[]): Draft | undefined {
  if (kindAt(grammar, at) !== 'document' || !UNSIGNED.has(formAt(grammar, at)) || formAt(grammar, at + 1) !== 'عن') return undefined
  if (at + 2 > sentence.last || !has(grammar, at + 2, MARK.event)) return undefined
  const hop = makeHop(grammar, { first: at, last: at, head: at, kind: 'document', actors: [] }, 'report', spanOf(grammar, at, at + 1))
  const enclosing = drafts.findLast((draft) => draft.first <= at && at <= draft.last)
  const last = clauseEnd(grammar, at + 2, enclosing ? Math.min(enclosing.last, sentence.last) : sentence.last)
  return {
    first: at + 2,
    last,
    chain: enclosing && enclosing.chain.at(-1)?.act !== 'decline' ? joinChains(enclosing.chain, [hop]) : [hop],
    why: ['noun:unsigned-news', 'source-named', ...(enclosing ? ['inside-statement'] : [])],
    end: last < sentence.last ? 'clause' : 'sentence',
    nested: true,
  }
}
const UNSIGNED = new Set(['انباء', 'تقارير', 'معلومات', 'اخبار', 'روايات', 'تسريبات', 'بلاغات'])
