import { formAt, type Grammar, has, MARK, termOf } from './grammar.ts'
import { makerOf } from './hops.ts'
import { nounPhrase } from './noun-phrase.ts'
import { isDefinite, kindAt, type NounPhrase } from './nouns.ts'

/** How far back, in tokens, the first mention of 'البيان' is looked for. */
const MEMORY = 160

/** Who made the document that a definite noun goes back to: 'أصدرت القيادة بيانا … وجاء في البيان أن'. */
export function earlierMaker(grammar: Grammar, phrase: NounPhrase): NounPhrase | undefined {
  if (!isDefinite(formAt(grammar, phrase.head))) return undefined
  const stem = stemOf(grammar, phrase.head)
  for (let at = phrase.first - 1; at >= Math.max(0, phrase.first - MEMORY); at--) {
    if (kindAt(grammar, at) !== 'document' || stemOf(grammar, at) !== stem) continue
    const known = makerOf(grammar, { first: at, last: at, head: at, kind: 'document', actors: [] }) ?? issuerOf(grammar, at)
    if (known) return known
  }
  return undefined
}

/** 'وبيانها', 'البيان', 'بيانا' are one noun. */
function stemOf(grammar: Grammar, at: number): string {
  const term = termOf(grammar, at, 'source-noun')
  const whole = formAt(grammar, at).slice(term?.proclitics.length ?? 0)
  const bare = whole.slice(0, whole.length - (term?.suffix.length ?? 0))
  return bare.replace(/^(?:ال|ل)/u, '').replace(/(?:ا|ة|ت)$/u, '')
}

/** The subject of the verb that made it: 'أصدرت القيادة بيانا', 'قالت الوزارة في بيان'. */
function issuerOf(grammar: Grammar, document: number): NounPhrase | undefined {
  const sentence = grammar.document.sentences[grammar.document.sentenceOf[document]!]!
  for (let at = document - 1; at >= sentence.first; at--) {
    if (!has(grammar, at, MARK.sourceNoun | MARK.actor) || has(grammar, at, MARK.preposition)) continue
    const before = at > sentence.first && has(grammar, at - 1, MARK.reportVerb | MARK.adverb | MARK.time)
    if (!before && at > sentence.first + 1) continue
    const phrase = nounPhrase(grammar, at, document - 1, { strict: true })
    if (phrase && phrase.kind !== 'document') return phrase
  }
  return undefined
}
