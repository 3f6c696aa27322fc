import { fold } from '../../text/fold.ts'
import { type Draft, type Scene, take } from './context.ts'
import { isRelational, MARK } from './marks.ts'
import type { Person } from './person.ts'

/** A family name alone, standing for a person named in full before. */
export interface Repeat {
  first: number
  last: number
  start: number
  end: number
  of: Person
}

/** Finds family names that stand alone behind their first full naming: 'وأضاف ديلون', 'الفريق غوش'. */
export function findRepeats(scene: Scene, people: readonly Person[]): Repeat[] {
  const named = namesakes(scene, people)
  const repeats: Repeat[] = []
  if (named.size === 0) return repeats
  for (let i = 0; i < scene.marks.length; i++) {
    if (scene.taken[i] === 1 || scene.document.tokens[i]!.kind !== 'word') continue
    const repeat = repeatAt(scene, i, named)
    if (!repeat) continue
    repeats.push(repeat)
    take(scene, repeat)
  }
  return repeats
}

const familyOf = (scene: Scene, person: Person): string => {
  const { tokens } = scene.document
  const last = tokens[person.last]!.form
  return scene.document.tokens[person.last - 1]?.form === 'عبد' ? `عبد ${last}` : last
}

interface Named {
  person: Person
  /** Letters of a clitic before the family name. */
  cut: 0 | 1
}

const CLITICS = ['و', 'ف', 'ب', 'ل', 'ك']

/** Whom each form of a family name may stand for, a name without a clitic before one with it. */
function namesakes(scene: Scene, people: readonly Person[]): ReadonlyMap<string, Named> {
  const named = new Map<string, Named>()
  const add = (form: string, person: Person, cut: 0 | 1): void => {
    if (!named.has(form)) named.set(form, { person, cut })
  }
  const full = people.filter((person) => person.parts > 1)
  for (const person of full) add(familyOf(scene, person), person, 0)
  for (const [family, { person, cut }] of [...named])
    if (cut === 0 && family.length > 2) for (const clitic of CLITICS) add(clitic + family, person, 1)
  return named
}

function repeatAt(scene: Scene, i: number, named: ReadonlyMap<string, Named>): Repeat | null {
  const { tokens, text } = scene.document
  const token = tokens[i]!
  const next = tokens[i + 1]
  const pair = token.form.endsWith('عبد') && next ? named.get(`عبد ${next.form}`)?.person : undefined
  if (pair && next) return isLater(pair, i) ? { first: i, last: i + 1, start: token.start, end: next.end, of: pair } : null
  const found = named.get(token.form)
  if (!found || !isLater(found.person, i) || !standsForPerson(scene, i, found.cut)) return null
  const { person, cut } = found
  const start = cut === 0 ? token.start : token.start + text.slice(token.start).search(/\p{L}/u) + 1
  return { first: i, last: i, start, end: token.end, of: person }
}

const isLater = (person: Person, i: number): boolean => person.last < i || i < person.first

/** A word that is an adjective or anything else besides needs a verb or a title before it. */
function standsForPerson(scene: Scene, i: number, cut: number): boolean {
  const bits = scene.marks[i]!
  const prior = scene.marks[i - 1] ?? 0
  const introduced = (prior & (MARK.verb | MARK.reportVerb | MARK.title)) !== 0
  if (introduced && cut === 0) return true
  const doubtful = MARK.stop | MARK.verb | MARK.title | MARK.org | MARK.place | MARK.ordinary | MARK.orgAdjective
  return (bits & doubtful) === 0 && !isRelational(scene.document.tokens[i]!.form)
}

interface Entity {
  name: string
  words: string[]
  public: boolean
  victim: boolean
}

/** Mentions of people, each with its fullest name and whether the person is private. */
export function personActors(scene: Scene, people: readonly Person[], repeats: readonly Repeat[]): Draft[] {
  const entities: Entity[] = []
  const entityOf = new Map<Person, Entity>()
  for (const person of people) entityOf.set(person, join(scene, entities, person))
  const mentions = [
    ...people.map((person) => ({ span: person, of: person, why: person.why })),
    ...repeats.map((repeat) => ({ span: repeat, of: repeat.of, why: 'family-name-again' })),
  ]
  return mentions.map(({ span, of, why }) => {
    const entity = entityOf.get(of)!
    return {
      start: span.start,
      end: span.end,
      name: entity.name,
      type: 'person' as const,
      ...(isPrivate(entity) ? { private: true as const } : {}),
      why: [why],
    }
  })
}

/** Public only by an office, rank or profession in which the text shows the person; never the held, accused or dead. */
const isPrivate = (entity: Entity): boolean => entity.victim || !entity.public

function join(scene: Scene, entities: Entity[], person: Person): Entity {
  const name = scene.document.text.slice(person.start, person.end).replaceAll('_', ' ').replace(/\s+/gu, ' ')
  const words = fold(name).split(' ')
  const known = entities.find((one) => isSameName(one.words, words))
  const entity = known ?? { name, words, public: false, victim: false }
  if (!known) entities.push(entity)
  if (words.length > entity.words.length) Object.assign(entity, { name, words })
  entity.public ||= person.status === 'office' || person.status === 'rank' || person.status === 'professional'
  entity.victim ||= person.victim || person.status === 'victim' || person.status === 'kin'
  return entity
}

/** One name within the other, word by word, with the same first word. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2) return short.length === long.length && short[0] === long[0]
  return short[0] === long[0] && short.every((word) => long.includes(word))
}
