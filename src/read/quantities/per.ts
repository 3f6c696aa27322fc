import { isCue } from '../../lang/annotate.ts'
import { countedAt, type Figure, nationalityAt, type QuantityContext } from './draft.ts'
import { nounAt } from './heads.ts'

/** What an amount is for: 'لكل شخص', 'مقابل كل أسير', 'للشخص الواحد'. */
export function perAfter(context: QuantityContext, next: number): { start: number; end: number } | undefined {
  // past the adjective of a currency: 'دينار ليبي عن كل عامل'
  const at = nationalityAt(context.terms, next)?.proclitics === '' ? next + 1 : next
  const { tokens } = context.document
  const token = tokens[at]
  if (token?.kind !== 'word' || token.breaks > 0) return undefined
  const each = isCue(context.terms, at, 'each')
    ? at
    : isCue(context.terms, at, 'before-each') && isCue(context.terms, at + 1, 'each')
      ? at + 1
      : -1
  if (each >= 0) {
    const head = nounAt(context, each + 1)
    return head && { start: head.start, end: tokens[head.next - 1]!.end }
  }
  const noun = countedAt(context.terms, at)
  const single = tokens[at + 1]?.form
  if (!noun?.proclitics.endsWith('ل') || (single !== 'الواحد' && single !== 'الواحدة')) return undefined
  return { start: noun.start, end: tokens[at + 1]!.end }
}

/** Sentences behind a price in which it may be told what it is for. */
const SENTENCES_AHEAD = 1
/** Tokens between 'this sum' and 'for', and between 'for' and whom. */
const FOR_REACH = 4

/** 'هذه المبالغ مقابل إطلاق امرأة': the last price before it gets what a later clause says it is for. */
export function withLaterPrices(context: QuantityContext, figures: Figure[]): Figure[] {
  const { document } = context
  const found = figures.slice()
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!
    if (figure.per || !isPrice(figure)) continue
    const until = figures.slice(i + 1).find(isPrice)?.first ?? Number.POSITIVE_INFINITY
    const sentence = document.sentenceOf[figure.first]! + SENTENCES_AHEAD
    const last = document.sentences[Math.min(sentence, document.sentences.length - 1)]!.last
    const per = perLater(context, figure.next, Math.min(last, until - 1))
    if (per) found[i] = { ...figure, per }
  }
  return found
}

const isPrice = ({ why }: Figure): boolean => why.includes('figure.money')

function perLater(context: QuantityContext, from: number, last: number): { start: number; end: number } | undefined {
  for (let at = from; at <= last; at++) {
    if (!isCue(context.terms, at, 'this') || !isCue(context.terms, at + 1, 'price-noun')) continue
    for (let i = at + 2; i <= Math.min(last, at + 1 + FOR_REACH); i++)
      if (isCue(context.terms, i, 'in-return') || isCue(context.terms, i, 'each')) return whomBehind(context, i + 1, last)
  }
  return undefined
}

function whomBehind(context: QuantityContext, from: number, last: number): { start: number; end: number } | undefined {
  const { tokens } = context.document
  for (let at = from; at <= Math.min(last, from + FOR_REACH) && tokens[at]?.kind === 'word'; at++) {
    const head = nounAt(context, at)
    if (head) return { start: head.start, end: tokens[head.next - 1]!.end }
  }
  return undefined
}
