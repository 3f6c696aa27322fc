/*
 * Values of times as the peers write them (EDTF, TIMEX3, plain days), made comparable.
 */

/** Year, month, day, as far as they are known. */
type Known = readonly (number | undefined)[]
/** A stretch of days (`from` = `to` for one date), or a duration in one unit. */
export type Value = { kind: 'days'; from: Known; to: Known } | { kind: 'duration'; count: number; unit: string }

/**
 * Reads a value: EDTF dates, intervals and durations; TIMEX3 weeks, decades, quarters and halves. Clock times are dropped.
 *
 * @example parseValue('2018-W23') // { kind: 'days', from: [2018, 6, 4], to: [2018, 6, 10] }
 */
export function parseValue(value: string): Value | undefined {
  return durationOf(value) ?? weekOf(value) ?? decadeOf(value) ?? partOfYear(value) ?? daysOf(value)
}

const IN_DAYS: Readonly<Record<string, number>> = { D: 1, W: 7 }

function durationOf(value: string): Value | undefined {
  const match = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(value)
  if (!match) return undefined
  const [, clock, count, unit] = match
  const days = clock ? undefined : IN_DAYS[unit!]
  return { kind: 'duration', count: Number(count) * (days ?? 1), unit: days ? 'D' : `${clock}${unit}` }
}

/** ISO 8601 week: Monday to Sunday; week 1 holds 4 January. */
function weekOf(value: string): Value | undefined {
  const match = /^(\d{4})-W(\d\d)$/.exec(value)
  if (!match) return undefined
  const fourth = Date.UTC(Number(match[1]), 0, 4)
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7
  const monday = fourth + (7 * (Number(match[2]) - 1) - weekday) * DAY
  return { kind: 'days', from: dayOf(monday), to: dayOf(monday + 6 * DAY) }
}

const DAY = 86_400_000
const dayOf = (time: number): Known => {
  const date = new Date(time)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** TIMEX3 `201`, EDTF `201X`: 2010 to 2019. */
function decadeOf(value: string): Value | undefined {
  const match = /^(\d{3})X?$/.exec(value)
  return match ? { kind: 'days', from: [Number(match[1]) * 10], to: [Number(match[1]) * 10 + 9] } : undefined
}

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
}

function partOfYear(value: string): Value | undefined {
  const match = /^(\d{4})-([QH]\d)$/.exec(value)
  const months = match ? PARTS[match[2]!] : undefined
  return months ? { kind: 'days', from: [Number(match![1]), months[0]], to: [Number(match![1]), months[1]] } : undefined
}

function daysOf(value: string): Value | undefined {
  const [first, second] = value.split('/')
  const from = knownOf(first!)
  const to = second === undefined ? from : knownOf(second)
  return from && to ? { kind: 'days', from, to } : undefined
}

function knownOf(date: string): Known | undefined {
  const match = /^(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/.exec(date)
  return match?.slice(1, 4).map((part) => (part === undefined || part.includes('X') ? undefined : Number(part)))
}

/**
 * Whether a value that was found is the one wanted. Dates are compared at the precision that both have; one end of a stretch counts.
 *
 * @example sameTime('2018-06', '2018-06-14') // true
 */
export function sameTime(wanted: string, found: string): boolean {
  if (wanted === found) return true
  const a = parseValue(wanted)
  const b = parseValue(found)
  if (!a || !b || a.kind !== b.kind) return false
  if (a.kind === 'duration') return b.kind === 'duration' && a.count === b.count && a.unit === b.unit
  if (b.kind !== 'days') return false
  if (isOneDate(b)) return agree(a.from, b.from) || agree(a.to, b.to)
  return agree(a.from, b.from) && agree(a.to, b.to)
}

const isOneDate = ({ from, to }: { from: Known; to: Known }): boolean => from === to

/** All that both know is equal, and there is something that both know. */
function agree(a: Known, b: Known): boolean {
  const shared = [0, 1, 2].filter((part) => a[part] !== undefined && b[part] !== undefined)
  return shared.length > 0 && shared.every((part) => a[part] === b[part])
}
