import type { Sentence } from '../../text/document.ts'
import type { VerbCue } from './cues.ts'
import { breakEnd, clauseEnd, type Draft, type ScopeEnd } from './draft.ts'
import { formAt, type Grammar, has, MARK, quoteOpening, reportVerbAt } from './grammar.ts'
import { isComma } from './nouns.ts'

/** Acts whose bare object reaches no further than its clause: what follows is told by the outlet again. */
const NARROW_ACTS: ReadonlySet<string> = new Set(['warn', 'threaten', 'demand', 'deny', 'decline'])

/** Where a statement ends, and why. */
export interface Scope {
  last: number
  end: ScopeEnd
}

/** What is said ends with its quotation, with its clause, with the sentence. (The next source may end it earlier.) */
export function scopeOf(grammar: Grammar, sentence: Sentence, cue: VerbCue): Scope {
  if (cue.frame === 'that' || cue.frame === 'quote') return spokenScope(grammar, sentence, cue)
  const narrow = NARROW_ACTS.has(cue.verb.entry.value.act)
  const last = (narrow ? clauseEnd : breakEnd)(grammar, cue.content, sentence.last)
  return { last, end: last < sentence.last ? 'clause' : 'sentence' }
}

function spokenScope(grammar: Grammar, sentence: Sentence, { at, content, quoteEnd, frame }: VerbCue): Scope {
  const whole = wholeSentence(grammar, sentence, content)
  if (quoteEnd === undefined) return whole
  if (content < at && quoteEnd < at) return resumes(grammar, sentence, at) ? whole : { last: quoteEnd, end: 'quotation' }
  if (quoteEnd >= sentence.last) return { last: sentence.last, end: 'quotation' }
  if (frame === 'that') return whole
  return isComma(formAt(grammar, quoteEnd + 1)) && !quoteOpening(grammar, quoteEnd + 2) ? { last: quoteEnd + 1, end: 'quotation' } : whole
}

/** 'قالت X إن …، وهو ما نفته Y': what the outlet adds of its own ends what is said. */
function wholeSentence(grammar: Grammar, sentence: Sentence, content: number): Scope {
  for (let at = content + 1; at < sentence.last; at++) {
    if (!OWN_ASIDES.has(formAt(grammar, at)) || !isComma(formAt(grammar, at - 1))) continue
    if (isDisputed(grammar, at + 1) || isDisputed(grammar, at + 2)) return { last: at - 1, end: 'clause' }
  }
  return { last: sentence.last, end: 'sentence' }
}
const OWN_ASIDES = new Set(['وهو', 'وهي', 'وهذا'])

/** 'ما نفته', 'رقم تنفيه': a reporting verb with what was said as its object. */
const isDisputed = (grammar: Grammar, at: number): boolean =>
  (reportVerbAt(grammar, at)?.suffix ?? '') !== '' || (formAt(grammar, at) === 'ما' && has(grammar, at + 1, MARK.reportVerb))

/** '«…»، قال فلان، «…»': the same speaker speaks on behind the verb. */
function resumes(grammar: Grammar, sentence: Sentence, at: number): boolean {
  for (let i = at + 1; i <= sentence.last; i++) if (quoteOpening(grammar, i)?.closed) return true
  return false
}

/** A new top-level statement ends those before it in the sentence, at the beginning of its own clause. */
export function closeEarlier(drafts: Draft[], next: Draft, grammar: Grammar, cue: VerbCue, sentence: Sentence): void {
  if (next.nested) return
  const clause = clauseStart(grammar, sentence, Math.min(cue.at, cue.subject?.first ?? cue.at))
  for (const draft of drafts) {
    if (draft.last < clause || draft.first >= clause || draft.last > sentence.last || next.first < draft.first) continue
    draft.last = clause - 1
    draft.end = 'next-source'
  }
}

/** The first token of the clause that a verb or its subject stands in. */
function clauseStart(grammar: Grammar, sentence: Sentence, at: number): number {
  let start = at
  while (
    start > sentence.first &&
    has(grammar, start - 1, MARK.kana | MARK.break | MARK.adverb) &&
    !has(grammar, start - 1, MARK.complementizer)
  )
    start--
  return start
}
