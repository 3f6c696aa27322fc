import type { Claim, Reading } from '../model.ts'
import { fold } from '../text/fold.ts'

/** What origins of one report are known by: name (folded, on one line) → key. */
export type OriginKeys = ReadonlyMap<string, string>

type Origin = NonNullable<Claim['origin']>

interface Naming {
  text: string
  words: string[]
  actor?: string
}

/** A name as origins are compared by: folded, white space made single, bidi marks gone. @example flat('أَ \n ب') // 'ا ب' */
export const flat = (name: string): string => fold(name).replace(/\s+/gu, ' ').trim()

/**
 * What makes two origins of a report the same one: the registry's id, else the name. A short naming ('the organisation', a family name)
 * stands for the fullest name of the same report that holds all its words; a lone definite noun that stands for nothing is a source of
 * that report only, and is told by `local`.
 *
 * @param options `hide` changes names before they are compared: what is private in them.
 * @example originKeys(reading, { local: 'report 3' }).get('المعهد') // 'name:معهد مسار للدراسات'
 */
export function originKeys(reading: Reading, options: { local: string; hide?: (name: string) => string }): OriginKeys {
  const namings = namingsOf(reading, options.hide ?? ((name) => name))
  return new Map(namings.map((naming) => [naming.text, keyOf(naming, namings, options.local)]))
}

/** The key of an origin among those of its report. */
export const originKeyOf = (origin: Origin, keys: OriginKeys): string =>
  origin.actor ?? keys.get(flat(origin.name)) ?? `name:${flat(origin.name)}`

function namingsOf({ report, claims }: Reading, hide: (name: string) => string): Naming[] {
  const named = claims.flatMap(({ chain, origin }) => [
    ...chain.filter((hop) => hop.named),
    ...(origin ? [{ text: origin.name, actor: origin.actor }] : []),
  ])
  const outlet = report.outlet ? [{ text: report.outlet.name, actor: report.outlet.actor }] : []
  const all = [...named, ...report.credits, ...outlet].map(({ text, actor }) => namingOf(text, actor, hide(text)))
  return [...new Map(all.map((naming) => [`${naming.text} ${naming.actor ?? ''}`, naming])).values()]
}

/** A name of which something is hidden stands for itself: an id would name who is hidden. */
const namingOf = (text: string, actor: string | undefined, hidden: string): Naming => ({
  text: flat(hidden),
  words: wordsOf(hidden),
  ...(actor !== undefined && hidden === text ? { actor } : {}),
})

/** Words without marks and without the article, so that 'the institute' is found in 'Masar Institute'. */
const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => (word.length > 4 ? word.replace(/^ال/u, '') : word))

function keyOf(naming: Naming, all: readonly Naming[], local: string): string {
  if (naming.actor) return naming.actor
  const fuller = all.filter((other) => naming.words.length > 0 && naming.words.every((word) => other.words.includes(word)))
  const fullest = fuller.reduce((best, other) => (other.words.length > best.words.length ? other : best), naming)
  const actor = fullest.actor ?? fuller.find((other) => other.actor)?.actor
  if (actor) return actor
  const isLocal = fullest.words.length === 1 && /^ال/u.test(fullest.text)
  return isLocal ? `${local}:${fullest.text}` : `name:${fullest.text}`
}
