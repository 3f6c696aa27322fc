import type { Claim } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import { oneLine } from '../direction.ts'
import type { Sheet } from './desk.ts'

/**
 * What makes two origins the same one: the registry's id, else the name. A short naming ('the organisation', a family name) stands for the
 * fullest name of the same report that holds all its words; a lone definite noun that stands for nothing is a source of that report only.
 * Null where no origin is named.
 *
 * @example originKey(sheet, claim) // 'name:معهد مسار للدراسات'
 */
export function originKey(sheet: Sheet, claim: Pick<Claim, 'origin'> | undefined): string | null {
  const origin = claim?.origin
  if (!origin) return null
  return origin.actor ?? keysOf(sheet).get(oneLine(origin.name)) ?? `name:${fold(oneLine(origin.name))}`
}

const known = new WeakMap<Sheet, ReadonlyMap<string, string>>()

function keysOf(sheet: Sheet): ReadonlyMap<string, string> {
  let keys = known.get(sheet)
  if (!keys) {
    keys = resolve(sheet)
    known.set(sheet, keys)
  }
  return keys
}

interface Naming {
  text: string
  words: string[]
  actor?: string
}

function resolve(sheet: Sheet): Map<string, string> {
  const namings = namingsOf(sheet)
  return new Map(namings.map((naming) => [naming.text, keyOf(sheet, naming, namings)]))
}

function namingsOf({ reading, view }: Sheet): Naming[] {
  const named = reading.claims.flatMap(({ chain, origin }) => [
    ...chain.filter((hop) => hop.named),
    ...(origin ? [{ text: origin.name, actor: origin.actor }] : []),
  ])
  const credits = [...reading.report.credits, ...(view.outlet ? [{ text: view.outlet, actor: reading.report.outlet?.actor }] : [])]
  return [...named, ...credits].map(({ text, actor }) => ({ text: oneLine(text), words: wordsOf(text), ...(actor ? { actor } : {}) }))
}

/** Words without marks and without the article, so that 'the institute' is found in 'Masar Institute'. */
const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => (word.length > 4 ? word.replace(/^ال/u, '') : word))

function keyOf(sheet: Sheet, naming: Naming, all: readonly Naming[]): string {
  if (naming.actor) return naming.actor
  const fuller = all.filter((other) => naming.words.length > 0 && naming.words.every((word) => other.words.includes(word)))
  const fullest = fuller.reduce((best, other) => (other.words.length > best.words.length ? other : best), naming)
  const actor = fullest.actor ?? fuller.find((other) => other.actor)?.actor
  if (actor) return actor
  const local = fullest.words.length === 1 && /^ال/u.test(fold(fullest.text))
  return local ? `report ${sheet.number}:${fold(fullest.text)}` : `name:${fold(fullest.text)}`
}
