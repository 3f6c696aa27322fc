import { type OriginKeys, originKeyOf, originKeys } from '../../ledger/origins.ts'
import type { Claim } from '../../model.ts'
import type { Sheet } from './desk.ts'

/**
 * What makes two origins the same one: the registry's id, else the name, as {@link originKeys} tells. Null where no origin is named.
 *
 * @example originKey(sheet, claim) // 'name:معهد مسار للدراسات'
 */
export const originKey = (sheet: Sheet, claim: Pick<Claim, 'origin'> | undefined): string | null =>
  claim?.origin ? originKeyOf(claim.origin, keysOf(sheet)) : null

const known = new WeakMap<Sheet, OriginKeys>()

function keysOf(sheet: Sheet): OriginKeys {
  const keys = known.get(sheet) ?? originKeys(sheet.reading, { local: `report ${sheet.number}` })
  known.set(sheet, keys)
  return keys
}
