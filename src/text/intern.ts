/*
 * One string for one word form: words come again and again, and a string that was met before is made, hashed and compared no more.
 */

/** Slots of the cache, a power of two. Of three forms that fall on one pair of slots the newest two are kept: the cache never grows. */
const SLOTS = 1 << 15
const forms: (string | undefined)[] = new Array(SLOTS).fill(undefined)

/** Units that a form may have to be interned. */
export const LONGEST_FORM = 64

/**
 * The string of the first `length` of some UTF-16 code units: one object for equal units, as long as its slot is not taken over.
 *
 * @example intern(Uint16Array.of(0x642, 0x627, 0x644), 3) // 'قال'
 */
export function intern(units: Uint16Array, length: number): string {
  const slot = slotOf(units, length)
  const known = forms[slot]
  if (known !== undefined && isForm(known, units, length)) return known
  const other = forms[slot ^ 1]
  if (other !== undefined && isForm(other, units, length)) return other
  const form = String.fromCharCode(...units.subarray(0, length))
  forms[slot ^ 1] = known
  forms[slot] = form
  return form
}

/** FNV-1a (Fowler, Noll and Vo), over code units instead of bytes. */
function slotOf(units: Uint16Array, length: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

function isForm(form: string, units: Uint16Array, length: number): boolean {
  if (form.length !== length) return false
  for (let i = 0; i < length; i++) if (form.charCodeAt(i) !== units[i]) return false
  return true
}
