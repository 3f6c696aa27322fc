import { createHash } from 'node:crypto'
import type { Reading, Span } from '../../model.ts'
import { findContacts } from './contacts.ts'
import { tellingCounts } from './counts.ts'
import { applyEdits } from './edits.ts'
import { findNames, type NameIndex, ownNames, type Person, peopleOf, shieldsIn } from './names.ts'

/** What one reading alone says must be withheld of it; made without the key of the pseudonyms, so that a ledger can keep it. */
export interface OwnVeil {
  /** Names of its private people. */
  people: readonly Person[]
  /** Where private names, contacts and telling counts stand in the text, in order, none over another. */
  hidden: readonly Span[]
  /** Puts a stand-in where a private name stands. A stand-in is one word, as a pseudonym is. */
  hide: (text: string) => string
  /** Public names that stand in a name, which then is not another report's private person. */
  shields: (name: string) => string[]
  /** Replaces the stand-ins by what a ledger keeps of the person: the fullest name between two marks. */
  seal: (text: string) => string
}

const OPEN = '\u{e000}'
const CLOSE = '\u{e001}'
const SEALED = /\u{e000}([^\u{e001}]*)\u{e001}/gu
const STAND_IN = /person-[0-9a-f]{16}/gu

/**
 * Opens what {@link OwnVeil.seal} closed: the fullest name becomes what `as` makes of it.
 *
 * @example unseal(text, pseudonyms(key))
 */
export const unseal = (text: string, as: (fullest: string) => string): string =>
  text.includes(OPEN) ? text.replace(SEALED, (_, fullest: string) => as(fullest)) : text

const standIn = (fullest: string): string => `person-${createHash('sha256').update(fullest).digest('hex').slice(0, 16)}`

/** What is private in a reading by what it says itself. */
export function ownVeil(reading: Reading): OwnVeil {
  const people = peopleOf(reading, standIn)
  const names: NameIndex = { own: ownNames(reading, people), everyone: new Map() }
  const fullest = new Map(people.map((person) => [person.pseudonym, person.fullest]))
  const telling = tellingCounts(reading)
  const { text } = reading.report
  return {
    people,
    hidden: merged([
      ...(people.length > 0 ? findNames(text, names) : []),
      ...findContacts(text),
      ...reading.mentions.quantities.filter((one) => telling.has(one.id)),
    ]),
    hide: people.length === 0 ? (words) => words : (words) => applyEdits(words, findNames(words, names)).text,
    shields: (name) => shieldsIn(name, names.own),
    seal: (words) => words.replace(STAND_IN, (found) => (fullest.has(found) ? `${OPEN}${fullest.get(found)}${CLOSE}` : found)),
  }
}

/** Spans in order, those that touch or overlap made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
