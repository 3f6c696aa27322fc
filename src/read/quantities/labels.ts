import { termAt } from '../../lang/annotate.ts'
import type { Cardinal } from './cardinals.ts'
import { countedAt, nationalityAt, type QuantityContext } from './draft.ts'

/**
 * Whether a number names rather than counts: 'الفرقة 30', 'القرار 2254', 'إف-16', list numbers, versions, parts of links.
 */
export function isLabel(context: QuantityContext, cardinal: Cardinal): boolean {
  if (!cardinal.digits) return false
  const { tokens } = context.document
  const { first, next } = cardinal
  const before = tokens[first - 1]
  const after = tokens[next]
  if (gluedToName(context, first)) return true
  if (after?.kind === 'latin' && after.glued) return true
  if (isListNumber(context, cardinal)) return true
  if (after?.glued && (after.form === '/' || after.form === ':' || after.form === '_') && tokens[next + 1]?.glued) return true
  if (before === undefined || before.breaks === undefined || tokens[first]!.breaks > 0) return false
  const designated = termAt(context.terms, first - 1, 'designator') !== undefined
  return designated && !countsNoun(context, next)
}

/** كوفيد-19, F-16, M5, v2: a hyphen or nothing between a word and the number. */
function gluedToName({ document: { tokens } }: QuantityContext, first: number): boolean {
  const token = tokens[first]!
  const before = tokens[first - 1]
  if (!token.glued || !before) return false
  if (before.kind === 'latin' || before.form === '/' || before.form === ':' || before.form === '#' || before.form === '_') return true
  const name = tokens[first - 2]
  return before.form === '-' && before.glued && name !== undefined && (name.kind === 'latin' || name.kind === 'word')
}

/** '1- …', '2. …' at the head of a line. */
function isListNumber({ document: { tokens } }: QuantityContext, { first, next, value }: Cardinal): boolean {
  const heads = first === 0 || tokens[first]!.breaks > 0
  const after = tokens[next]
  return (
    heads && value < 100 && after?.glued === true && ['-', '.', ')', '–', ':'].includes(after.form) && tokens[next + 1]?.kind === 'word'
  )
}

function countsNoun({ terms }: QuantityContext, at: number): boolean {
  const noun = countedAt(terms, at) ?? nationalityAt(terms, at) ?? termAt(terms, at, 'currency') ?? termAt(terms, at, 'percent')
  return noun !== undefined && noun.proclitics === '' && !noun.features?.definite
}
