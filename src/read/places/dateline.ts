import type { Term } from '../../lang/annotate.ts'
import type { Document } from '../../text/document.ts'

/** Tokens from a paragraph's start to the mark that ends its dateline, at most. */
const REACH = 10
const DASHES = new Set(['-', '–', '—', ':', '/', '|'])

/**
 * Whether a place opens a paragraph as its dateline: 'بيروت - ', 'دمشق (رويترز) - ', 'غاو (مالي)-', 'لندن: '.
 *
 * @example isDateline(document, term)
 */
export function isDateline(document: Document, term: Term): boolean {
  if (term.proclitics !== '' || !opensParagraph(document, term.first)) return false
  const { tokens } = document
  let at = term.last + 1
  const limit = Math.min(tokens.length, term.last + REACH)
  while (at < limit) {
    const token = tokens[at]!
    if (token.breaks > 0) return false
    if (DASHES.has(token.form)) return true
    if (token.form === '(') at = closing(document, at, limit)
    else if (token.form === '،' || token.form === ',') at++
    else return false
    if (at < 0) return false
    if (tokens[at - 1]?.form === ')' && !DASHES.has(tokens[at]?.form ?? '')) return true
    if (tokens[at - 1]?.form === '،' || tokens[at - 1]?.form === ',') return datelineGoesOn(document, at, limit)
  }
  return false
}

function opensParagraph(document: Document, first: number): boolean {
  const sentence = document.sentences[document.sentenceOf[first]!]!
  if (sentence.first !== first) return false
  const before = document.sentences[sentence.index - 1]
  return before === undefined || before.paragraph !== sentence.paragraph
}

function closing(document: Document, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) if (document.tokens[at]!.form === ')') return at + 1
  return -1
}

/** 'دمشق، سوريا (CNN) --' */
function datelineGoesOn(document: Document, from: number, limit: number): boolean {
  for (let at = from; at < limit; at++) {
    const { form, kind } = document.tokens[at]!
    if (DASHES.has(form) || form === '(') return true
    if (kind === 'punct') return false
  }
  return false
}
