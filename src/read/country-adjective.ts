import type { Term, Terms } from '../lang/annotate.ts'
import type { Document } from '../text/document.ts'

/**
 * Whether a country's name is rather the adjective of the noun before it: 'فرقة سورية', 'مواطنا ليبيا'. A bare noun in ة or ات,
 * or one in the accusative, takes it for its adjective; prepositions, directions, titles and definite words do not.
 */
export function isAdjectiveRather(document: Document, terms: Terms, term: Term): boolean {
  if (term.first !== term.last || term.proclitics !== '' || !terms.at[term.first]!.some(isNationality)) return false
  const prior = document.tokens[term.first - 1]
  if (prior?.kind !== 'word' || document.tokens[term.first]!.breaks > 0) return false
  if (terms.at[prior.index]?.some(isNoNoun)) return false
  if (document.tokens[term.first]!.form.endsWith('ية')) return !prior.form.startsWith('ال') && !prior.form.startsWith('وال')
  return prior.form.endsWith('ا') && prior.form.length > 3
}

const isNationality = (term: Term): boolean => term.entry.class === 'nationality' && term.proclitics === '' && term.suffix === ''
const NOT_A_NOUN = new Set(['stop-word', 'preposition', 'place-kind', 'direction', 'place', 'clause-break', 'complementizer'])
const isNoNoun = ({ entry, proclitics }: Term): boolean => {
  if (entry.class === 'title') return (entry.value as { status: string }).status === 'office' // رئيس سورية
  return (entry.class !== 'place' || proclitics === '') && (entry.pos === 'verb' || NOT_A_NOUN.has(entry.class))
}
