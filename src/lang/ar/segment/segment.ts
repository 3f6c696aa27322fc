import { fold, foldWithOffsets } from '../../../text/fold.ts'
import { type Cut, cheapest } from './candidates.ts'
import { learnNameWords, loadWords, type Words, type WordsOptions } from './words.ts'

/** One word taken apart; the pieces as spelled, in order, make up the word. Empty where there is none. */
export interface Segmentation {
  /** و or ف. */
  conjunction: string
  /** ب ل ك; also the ل of purpose and command before a verb. */
  preposition: string
  /** س before a present form. */
  future: string
  /** ال; after ل only its second ل is spelled. */
  article: string
  stem: string
  /** A suffixed pronoun, or a second word of structure written together with the first: the لا of ألا. */
  pronoun: string
}

/** Takes words apart; remembers what it has seen. */
export interface Segmenter {
  (form: string): Segmentation
  /** The same segmenter with nothing remembered. */
  fresh: () => Segmenter
}

/** Word forms kept in the cache of one segmenter. */
const CACHE_LIMIT = 200_000

/**
 * A segmenter of Arabic words over the project's word lists and whatever names a reader brings along.
 *
 * @throws IsnadError bad-data
 * @example createSegmenter({ names: ['الباغوز'] })('وبالباغوز').preposition // 'ب'
 */
export function createSegmenter(options: WordsOptions = {}): Segmenter {
  const entries = [...(options.entries ?? [])]
  const names = [...(options.names ?? [])]
  const words = loadWords({ entries, names })
  const phrases = [...names, ...entries.filter(({ pos }) => pos === 'name').flatMap(({ forms }) => forms.map(({ form }) => form))]
  learnNameWords(words, phrases, (word) => piecesOf(takeApart(word, words)).length === 1)
  return remembering(words)
}

function remembering(words: Words): Segmenter {
  const seen = new Map<string, Segmentation>()
  const segment = (form: string): Segmentation => {
    const known = seen.get(form)
    if (known) return known
    const fresh = Object.freeze(takeApart(form, words))
    if (seen.size >= CACHE_LIMIT) seen.clear()
    seen.set(form, fresh)
    return fresh
  }
  return Object.assign(segment, { fresh: () => remembering(words) })
}

let usual: Segmenter | undefined

/**
 * Takes one word apart by the project's own word lists; spelling and marks stay as they are.
 *
 * @example segment('وبالسجن') // conjunction و, preposition ب, article ال, stem سجن
 */
export function segment(form: string): Segmentation {
  usual ??= createSegmenter()
  return usual(form)
}

/**
 * The pieces of a word in order, the article with its stem: as Universal Dependencies cut Arabic.
 *
 * @example piecesOf(segment('للسلطة')) // ['ل', 'لسلطة']
 */
export const piecesOf = (word: Segmentation): string[] =>
  [word.conjunction, word.preposition, word.future, word.article + word.stem, word.pronoun].filter((piece) => piece !== '')

function takeApart(form: string, words: Words): Segmentation {
  const { folded, offsets } = foldWithOffsets(form)
  const cut = fixedCut(form, folded, words) ?? cheapest({ form: folded, spelled: form, offsets }, words)
  const { conjunction, preposition, future, article, pronoun } = cut
  const stem = folded.length - conjunction - preposition - future - article - pronoun
  const bound = (letters: number): number => (letters === 0 ? 0 : letters === folded.length ? form.length : offsets[letters]!)
  let at = 0
  const take = (letters: number): string => {
    const piece = form.slice(bound(at), bound(at + letters))
    at += letters
    return piece
  }
  const front = { conjunction: take(conjunction), preposition: take(preposition), future: take(future), article: take(article) }
  return { ...front, stem: folded === '' ? form : take(stem), pronoun: take(pronoun) }
}

const MARKS = /[\u064b-\u0652\u0670\u0640]/gu
const JOINERS = 'وف'

/** A word of structure from the list, with or without و or ف before it. */
function fixedCut(form: string, folded: string, { fixed }: Words): Cut | undefined {
  if (folded.length > 7) return undefined
  const plain = form.replace(MARKS, '')
  const whole = fixed.get(plain)
  if (whole) return cutOf(whole, 0)
  const rest = JOINERS.includes(plain[0] ?? ' ') ? fixed.get(plain.slice(1)) : undefined
  return rest && !JOINERS.includes(rest[0]!) ? cutOf(rest, 1) : undefined
}

/** و ف before, then ب ل ك, the stem, what follows it. */
function cutOf(pieces: readonly string[], joined: number): Cut {
  let [first, ...rest] = pieces
  let conjunction = joined
  if (rest.length > 0 && JOINERS.includes(first!)) {
    conjunction += 1
    ;[first, ...rest] = rest
  }
  const preposition = rest.length > 0 && 'بلك'.includes(first!) && (rest.length === 2 || !isPronounOnly(first!, rest)) ? 1 : 0
  const after = preposition ? rest.slice(1) : rest
  return { conjunction, preposition, future: 0, article: 0, pronoun: after.reduce((sum, piece) => sum + fold(piece).length, 0) }
}

/** ل|ه: the preposition is the stem that the pronoun hangs on. */
const isPronounOnly = (first: string, rest: readonly string[]): boolean =>
  'بل'.includes(first) && rest.length === 1 && /^(?:ه|ها|هم|هما|هن|نا|كم|ك|ي)$/u.test(rest[0]!)
