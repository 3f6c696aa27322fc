import { isCue } from '../../lang/annotate.ts'
import { countedAt, type QuantityContext } from './draft.ts'
import { nounAt } from './heads.ts'

/** What an amount is for: 'لكل شخص', 'مقابل كل أسير', 'للشخص الواحد'. */
export function perAfter(context: QuantityContext, at: number): { start: number; end: number } | undefined {
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
