import { STEM, stemBits, type Words } from './words.ts'

/** Lengths, in folded letters, of the pieces of a word. */
export interface Cut {
  conjunction: number
  preposition: number
  future: number
  article: number
  pronoun: number
}

/** A folded word, with its spelling and the way back to it. */
export interface Spelled {
  form: string
  spelled: string
  offsets: readonly number[]
}

/*
 * Costs are rough negative log odds: how rarely a clitic of that kind is seen, how well the stem that is left is known.
 * Values by judgement, for news; a known stem without clitics always costs least.
 */
const CONJUNCTION: Record<string, number> = { '': 0, و: 1.7, ف: 3.2 }
const PREPOSITION: Record<string, number> = { '': 0, ب: 1.8, ل: 1.8, ك: 3.5 }
const FUTURE = 1.2
const PRONOUNS: readonly (readonly [pronoun: string, cost: number])[] = [
  ['', 0],
  ['هما', 1.8],
  ['هم', 1.6],
  ['هن', 2.6],
  ['ها', 1.3],
  ['ه', 1.3],
  ['نا', 1.1],
  ['ني', 2.2],
  ['كم', 3],
  ['ك', 3],
]
const LISTED = 0.6
const NAMED = 1.2
const DERIVED = 1.8
const NEVER = Number.POSITIVE_INFINITY
/** A stem known by its root alone that begins like a clitic costs a little more. */
const CLITICS = 'وفبلك'
/** Shortest stem, in letters, that clitics may leave. */
const SHORTEST = 2

interface Stem {
  stem: string
  preposition: string
  future: string
  pronoun: string
  words: Words
}

/** The cheapest way to take a word apart. */
export function cheapest(word: Spelled, words: Words): Cut {
  let best: Cut = { conjunction: 0, preposition: 0, future: 0, article: 0, pronoun: 0 }
  let least = NEVER
  for (const front of fronts(word)) {
    for (const [pronoun, price] of PRONOUNS) {
      if (!mayEnd(word, front, pronoun)) continue
      const stem = word.form.slice(front.length, word.form.length - pronoun.length)
      const read = reading({ stem, preposition: front.preposition, future: front.future, pronoun, words })
      const cost = front.cost + price + read.cost
      if (cost >= least) continue
      least = cost
      best = {
        conjunction: front.conjunction.length,
        preposition: front.preposition.length,
        future: front.future.length,
        article: read.article,
        pronoun: pronoun.length,
      }
    }
  }
  return best
}

interface Front {
  conjunction: string
  preposition: string
  future: string
  length: number
  cost: number
}

/** What may stand before the stem, nothing first. */
function fronts(word: Spelled): Front[] {
  const found: Front[] = []
  const { form } = word
  const joiners = form[0] === 'و' || form[0] === 'ف' ? ['', form[0]] : ['']
  for (const conjunction of joiners) {
    found.push(front(word, conjunction, '', ''))
    const next = form[conjunction.length]!
    if (next === 'ب' || next === 'ل' || next === 'ك') found.push(front(word, conjunction, next, ''))
    else if (next === 'س') found.push(front(word, conjunction, '', next))
  }
  return found
}

function front(word: Spelled, conjunction: string, preposition: string, future: string): Front {
  const length = conjunction.length + preposition.length + future.length
  const cost = CONJUNCTION[conjunction]! + PREPOSITION[preposition]! + (future ? FUTURE : 0)
  return { conjunction, preposition, future, length, cost: cost + hamza(word, length) }
}

/** A hamza on an alef is written where a word begins: it speaks for a cut right before it. */
function hamza({ spelled, offsets }: Spelled, length: number): number {
  if (length === 0) return 0
  const letter = spelled[offsets[length]!]
  return letter === 'إ' ? -3 : letter === 'أ' ? -2.5 : letter === 'آ' ? -1 : 0
}

/** No pronoun after tanwin, none that leaves too little. */
function mayEnd({ form, spelled }: Spelled, { length }: Front, pronoun: string): boolean {
  if (form.length - length - pronoun.length < SHORTEST) return length === 0 && pronoun === ''
  if (pronoun === '') return true
  const last = spelled.charCodeAt(spelled.length - 1)
  return form.endsWith(pronoun) && !(last >= 0x64b && last <= 0x64d)
}

interface Reading {
  cost: number
  /** Letters of the article. */
  article: number
}

const plain = (cost: number): Reading => ({ cost, article: 0 })

function reading(one: Stem): Reading {
  if (one.pronoun) return plain(beforePronoun(one))
  if (one.future) return plain(verbal(one.stem, one.words))
  const definite = withArticle(one)
  const bare = withoutArticle(one)
  return definite.cost <= bare ? definite : plain(bare)
}

function withArticle({ stem, preposition, words }: Stem): Reading {
  const article = preposition === 'ل' ? 'ل' : 'ال'
  if (!stem.startsWith(article) || stem.length - article.length < SHORTEST) return plain(NEVER)
  const rest = stem.slice(article.length)
  const bits = stemBits(words, rest)
  const known = bits & STEM.joined ? LISTED : nominal(bits)
  return { cost: known === NEVER ? unknownDefinite(rest) : known, article: article.length }
}

const unknownDefinite = (rest: string): number => (rest.length < 3 ? 7 : rest.length < 4 ? 4.5 : 3.6)

/** A noun or name, listed or derived. */
function nominal(bits: number): number {
  if (bits & STEM.noun) return bits & STEM.derived ? DERIVED : LISTED
  return bits & STEM.name ? NAMED : NEVER
}

function withoutArticle({ stem, preposition, words }: Stem): number {
  const bits = stemBits(words, stem)
  if (bits === 0) return preposition === 'ل' && stem.startsWith('ال') ? NEVER : unknown(stem)
  if (preposition === '')
    return bits & STEM.derived
      ? DERIVED + (CLITICS.includes(stem[0]!) ? 0.8 : 0)
      : bits & ~STEM.name & ~STEM.suffixed
        ? LISTED
        : bits & STEM.name
          ? NAMED
          : LISTED + 1
  if (bits & STEM.joined) return 0.2
  if (preposition === 'ل' && bits & STEM.present) return (bits & STEM.derived ? DERIVED : LISTED) + 0.6
  return nominal(bits)
}

function verbal(stem: string, words: Words): number {
  if (!'يتنا'.includes(stem[0]!) || stem.length < 3) return NEVER
  const bits = stemBits(words, stem)
  if (bits & STEM.present) return bits & STEM.derived ? 1 : 0.2
  return NEVER
}

/** A stem that a pronoun hangs on, with what it ends in when it stands alone: ت for ة, ا for ى, و for وا, ئ ؤ for ء. */
function beforePronoun(one: Stem): number {
  const { stem, words } = one
  let cost = owned(one, stemBits(words, stem))
  const base = stem.slice(0, -1)
  const last = stem.at(-1)
  if (last === 'ت' && base.length > 1) cost = Math.min(cost, ownedNoun(one, stemBits(words, `${base}ة`)))
  else if (last === 'ا') cost = Math.min(cost, owned(one, stemBits(words, `${base}ي`)))
  else if (last === 'و') cost = Math.min(cost, owned(one, stemBits(words, `${stem}ا`) & ~STEM.noun))
  else if (last === 'ئ' || last === 'ؤ') cost = Math.min(cost, owned(one, stemBits(words, `${base}ء`)))
  return cost === NEVER ? unknownOwned(one) : cost
}

function owned(one: Stem, bits: number): number {
  const price = bits & STEM.derived ? DERIVED + (one.preposition === '' && CLITICS.includes(one.stem[0]!) ? 0.8 : 0) : LISTED
  const { preposition, future, pronoun } = one
  if (future) return bits & STEM.present ? price : NEVER
  if (bits & STEM.suffixed && (preposition === '' || bits & STEM.joined)) return -1.5
  if (bits & STEM.owned && pronoun !== 'ني') return price
  if (bits & STEM.present && (preposition === '' || preposition === 'ل')) return price
  if (bits & STEM.past && preposition === '') return price + (pronoun === 'نا' ? 2 : 0)
  return NEVER
}

const ownedNoun = ({ future, pronoun }: Stem, bits: number): number =>
  bits & STEM.noun && !future && pronoun !== 'ني' ? (bits & STEM.derived ? DERIVED : LISTED) : NEVER

function unknownOwned({ stem, preposition, future, pronoun }: Stem): number {
  if (future) return NEVER
  if (stem.startsWith('ال') || pronoun.startsWith('ك') || pronoun === 'ني' || stem.length < 3) return NEVER
  if (stem.endsWith('ات') && stem.length > 4) return 3.6
  if (stem.endsWith('ت') && pronoun !== 'نا') return 4.2
  return (pronoun === 'ه' || pronoun === 'نا' ? 6 : 4.8) + (preposition ? 0.5 : 0)
}

/** What an unknown stem costs by its shape: endings and prefixes of Arabic words make it likelier to be one. */
function unknown(stem: string): number {
  if (!/^\p{Script=Arabic}/u.test(stem)) return 0
  if (stem.length < 3) return 8
  if (stem[0] === 'و' && !'ايو'.includes(stem[1]!)) return 8.5
  if (stem.endsWith('ية')) return 4.4
  if (stem.endsWith('ة') || (stem.endsWith('ات') && stem.length > 4)) return 5
  if (stem[0] === 'ي' && stem.length > 3 && stem.length < 7) return 5.2
  return 6
}
