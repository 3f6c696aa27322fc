import { countedAt, type QuantityContext } from './draft.ts'
import { nounAt } from './heads.ts'

const EACH = new Set(['لكل', 'كل'])
const BEFORE_EACH = new Set(['عن', 'مقابل', 'على', 'في'])

/** What an amount is for: 'لكل شخص', 'مقابل كل أسير', 'للشخص الواحد'. */
export function perAfter(context: QuantityContext, at: number): { start: number; end: number } | undefined {
  const { tokens } = context.document
  const token = tokens[at]
  if (token?.kind !== 'word' || token.breaks > 0) return undefined
  const each = EACH.has(token.form) ? at : BEFORE_EACH.has(token.form) && tokens[at + 1]?.form === 'كل' ? at + 1 : -1
  if (each >= 0) {
    const head = nounAt(context, each + 1)
    return head && { start: head.start, end: tokens[head.next - 1]!.end }
  }
  const noun = countedAt(context.terms, at)
  const single = tokens[at + 1]?.form
  if (!noun?.proclitics.endsWith('ل') || (single !== 'الواحد' && single !== 'الواحدة')) return undefined
  return { start: noun.start, end: tokens[at + 1]!.end }
}
