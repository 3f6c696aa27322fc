import { labels } from '../../export/messages/index.ts'
import type { Tag } from '../../ledger/derive.ts'
import { flat } from '../../ledger/origins.ts'
import { findContacts } from '../../ledger/private/contacts.ts'
import { applyEdits } from '../../ledger/private/edits.ts'
import { type Everyone, findNames, nameWords, shieldsOf } from '../../ledger/private/names.ts'
import { unseal } from '../../ledger/private/own.ts'
import { type Dictionary, makeDictionary } from './columns.ts'

/** What masking of names goes by. */
export interface Masking {
  pseudonym: (fullest: string) => string
  everyone: Everyone
}

/**
 * Values that have names of their own: actors, sources, outlets. The ledger's tags stand in columns; what may leave is told by `shown`,
 * where several tags may be one value. Open values are those of a desk whose names are lifted.
 */
export interface Tags {
  /** The number of a tag as the ledger writes it; `NONE` for null. */
  put(tag: string | null): number
  size(): number
  /** The value that a tag is shown as: a number of `values`. */
  shown(tag: number, open: boolean): number
  /** Values that may be shown, masked and open ones together. */
  values: Dictionary
  /** The name of a value, as tags that are shown so have it. */
  name(value: number, open: boolean): string
  /** Whether a tag is shown as a value. */
  shows(value: number, open: boolean): boolean
  /** Masks anew what new names of private people may stand in; all where none are given. Tells whether a value changed. */
  mask(masking: Masking, names?: readonly string[]): boolean
}

/** No tag names anybody else by one word: such names are looked for in their own report only. */
const hasTwoWords = (name: string): boolean => /\S\s+\S/u.test(name)

export function makeTags(): Tags {
  const tags = makeDictionary()
  const values = makeDictionary()
  /** Tags that a private name may stand in, by each word that it may begin with. */
  const byWord = new Map<string, number[]>()
  // Kept apart: one report's masked person may bear an id that another report shows.
  const names = { masked: [] as string[], open: [] as string[] }
  const masked: number[] = []
  const open: number[] = []
  const keyed = (of: string[], key: string, name: string): number => {
    const id = values.put(key)
    if (of[id] === undefined || isFuller(name, of[id])) of[id] = name
    return id
  }
  let masking: Masking | undefined
  const maskOne = (tag: number): void => {
    const read = JSON.parse(tags.at(tag)) as Tag
    open[tag] = keyed(names.open, read[2] ?? read[0], read[3] ?? read[1])
    masked[tag] = keyed(names.masked, ...maskedTag(read, masking!))
  }
  return {
    put: (tag) => {
      const id = tags.put(tag)
      if (id === masked.length) {
        maskOne(id)
        for (const word of wordsMasked(tag!)) push(byWord, word, id)
      }
      return id
    },
    size: () => tags.size(),
    shown: (tag, isOpen) => (isOpen ? open[tag]! : masked[tag]!),
    values,
    name: (value, isOpen) => names[isOpen ? 'open' : 'masked'][value]!,
    shows: (value, isOpen) => names[isOpen ? 'open' : 'masked'][value] !== undefined,
    mask: (next, fresh) => {
      masking = next
      let changed = false
      for (const tag of fresh ? touched(byWord, fresh) : masked.keys()) {
        const before = masked[tag]
        maskOne(tag)
        changed ||= masked[tag] !== before
      }
      return changed
    },
  }
}

function push(lists: Map<string, number[]>, word: string, tag: number): void {
  const list = lists.get(word)
  if (list) list.push(tag)
  else lists.set(word, [tag])
}

const touched = (byWord: ReadonlyMap<string, number[]>, names: readonly string[]): Set<number> =>
  new Set(names.flatMap((name) => byWord.get(nameWords(name)[0] ?? '') ?? []))

const PROCLITIC = /^[وفبلك]{1,2}(?=\p{L}{2})/u
const SEALED = /\u{e000}[^\u{e001}]*\u{e001}/gu

/** Words of a tag that another report's private name may begin with; none where all of it is a public name, or one word. */
function wordsMasked(tag: string): string[] {
  const [, name, , , shields] = JSON.parse(tag) as Tag
  const words = shields === 1 || !hasTwoWords(name) ? [] : nameWords(name.replace(SEALED, ' '))
  return [...new Set(words.flatMap((word) => [word, word.replace(PROCLITIC, ''), word.replace(/^[وف]?لل/u, 'ال'), word.slice(1)]))]
}

/** Of a value's names the fullest, whatever the order: the one with most words, of those the longest, then the first. */
const isFuller = (a: string, b: string): boolean => {
  const [one, other] = [a.split(/\s+/u).length, b.split(/\s+/u).length]
  return one - other > 0 || (one === other && (a.length > b.length || (a.length === b.length && a < b)))
}

function maskedTag([key, name, , , shields]: Tag, { pseudonym, everyone }: Masking): [string, string] {
  const own = unseal(name, pseudonym)
  const t = labels('ar')
  const edits = [
    ...(shields === 1 || everyone.size === 0 || !hasTwoWords(own) ? [] : findNames(own, { own: shieldsOf(shields ?? []), everyone })),
    ...findContacts(own).map(({ kind, start, end }) => ({ start, end, text: t(`mask.${kind}`) })),
  ]
  if (edits.length === 0) return [unseal(key, pseudonym), own]
  const { text } = applyEdits(own, edits)
  return [`name:${flat(text)}`, text]
}
