import type { ClaimView, CustodyLine } from '../../../../../src/api/shapes.ts'

/** Names a line in the page's address: what sets it apart from the others. @example lineKey(line) // 'sdf~women~FR~raqqa~2019-03' */
export const lineKey = ({ custodianId, custodian, population, nationality, place, asOf }: CustodyLine): string =>
  [custodianId ?? custodian, population, nationality, place?.id, asOf?.edtf, asOf?.basis].map((part) => part ?? '').join('~')

/** The claims of a line that each give another figure, in their order; those without a figure are left out. */
export function figuresOf({ claims }: Pick<CustodyLine, 'claims'>): ClaimView[] {
  const seen = new Set<string>()
  return claims.filter(({ figure }) => {
    if (!figure) return false
    const key = JSON.stringify([figure.min, figure.max, figure.modifier, figure.unit])
    return !seen.has(key) && seen.add(key)
  })
}

/** How many different chains stand behind a line's claims. */
export const chainsOf = ({ claims }: Pick<CustodyLine, 'claims'>): number =>
  new Set(claims.map(({ chain }) => chain.map(({ text }) => text).join('\n'))).size

/** Lines that name who holds before those that do not; otherwise as they came. */
export const namedFirst = (lines: readonly CustodyLine[]): CustodyLine[] =>
  lines.toSorted((a, b) => Number(a.custodian === null) - Number(b.custodian === null))
