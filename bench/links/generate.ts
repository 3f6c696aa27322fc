import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { combine } from '../../src/link/hash.ts'
import type { EventType, Reading, Span } from '../../src/model.ts'

const words = parse(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')) as Record<string, string[]>

/** A generator of numbers from 0 to 1 that a seed fixes (sfc32 of PractRand, public domain: 128 bits of state, so that no two reports' rows overlap). */
export function randomFrom(seed: readonly number[]): () => number {
  const words = [1, 2, 3, 4].map((salt) => seed.reduce(combine, salt))
  let [a, b, c, d] = words as [number, number, number, number]
  const next = (): number => {
    const out = (a + b + d) >>> 0
    d = (d + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + out) >>> 0
    return out / 4294967296
  }
  for (let i = 0; i < 20; i++) next()
  return next
}
type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** What one member of a story is: its first report, a copy of it, or another outlet's report of the same figure. */
export type Role = 'first' | 'copy' | 'echo'
export interface Member {
  story: number
  member: number
  role: Role
}

const TYPES = ['kill', 'escape', 'release', 'kidnap', 'displace'] as const
const OF = { kill: 'dead', escape: 'prisoners', release: 'detainees', kidnap: 'people', displace: 'displaced' } as const

/** Stories begun each day: the density of news does not grow with the archive. */
const STORIES_A_DAY = 20
/** Share of stories after which, some days later, another of the same kind happens at the same place, with another figure. */
const LOOK_ALIKE = 0.15
/** Days after which it does. */
const DAYS_LATER = [3, 4]
/** Days before a place comes up again by itself: of two stories of one kind at one place on one day nobody could say that they are two. */
const PLACE_DAYS = 16

interface Story {
  /** Like an earlier one. */
  again: boolean
  type: (typeof TYPES)[number]
  place: { id: string; name: string; lat: number; lon: number }
  count: number
  source: string
  day: number
}

const PLACES = words.placeHead!.length * words.placeTail!.length * words.placeSide!.length

function placeAt(at: number): Story['place'] {
  const [heads, tails] = [words.placeHead!, words.placeTail!]
  const sides = words.placeSide!
  const [head, rest] = [at % heads.length, Math.floor(at / heads.length)]
  const name = `${heads[head]} ${tails[rest % tails.length]} ${sides[Math.floor(rest / tails.length)]}`
  return { id: `bench:${at}`, name, lat: 10 + (at % 25), lon: 20 + Math.floor(at / 25) / 2 }
}

function storyOf(seed: number, index: number): Story {
  const random = randomFrom([seed, index, 1])
  const like = modelOf(seed, index)
  const day = Math.floor(index / STORIES_A_DAY)
  const source = `${pick(random, words.sourceHead!)} ${pick(random, words.sourceTail!)}`
  const count = LEAST + Math.floor(random() * COUNTS)
  return {
    again: like !== null,
    type: like?.type ?? pick(random, TYPES),
    place: like?.place ?? placeAt(freshPlace(seed, index)),
    count: count === like?.count ? count + 1 : count,
    source,
    day: FIRST_DAY + day,
  }
}

const FIRST_DAY = 4000
const [LEAST, COUNTS] = [11, 88]

/** The earlier story that a story looks like, if any. No two look like one, and none like one that looks like another: they would be days too near. */
function modelOf(seed: number, index: number): Story | null {
  for (const days of DAYS_LATER) {
    const earlier = index - days * STORIES_A_DAY
    const random = randomFrom([seed, earlier, 3])
    if (earlier < 0 || random() >= LOOK_ALIKE || pick(random, DAYS_LATER) !== days) continue
    const story = storyOf(seed, earlier)
    if (!story.again) return story
  }
  return null
}

/** A place that no other story of these days has: the days share the places among them, and the stories of a day theirs. */
function freshPlace(seed: number, index: number): number {
  const day = Math.floor(index / STORIES_A_DAY)
  const own = PLACES / PLACE_DAYS
  const shift = Math.floor(randomFrom([seed, day, 4])() * own)
  return (day % PLACE_DAYS) + PLACE_DAYS * (((index % STORIES_A_DAY) * STRIDE + shift) % own)
}

/** Has no divisor in common with the number of places of a day. */
const STRIDE = 7

/** Members of a story: its first report, up to three copies, up to two echoes. */
export function membersOf(seed: number, story: number): Member[] {
  const random = randomFrom([seed, story, 2])
  const copies = [0, 0, 0, 0, 0, 0, 1, 1, 2, 3][Math.floor(random() * 10)]!
  const echoes = [0, 0, 0, 1, 1, 2][Math.floor(random() * 6)]!
  const roles: Role[] = ['first', ...Array<Role>(copies).fill('copy'), ...Array<Role>(echoes).fill('echo')]
  return roles.map((role, member) => ({ story, member, role }))
}

/** The sentence pieces of a report; `{figure}` stands where the figure goes. */
interface Draft {
  title: string
  sentences: string[]
}

/** A word made of a root and a pattern. */
const derived = (random: Random): string => {
  const root = pick(random, words.roots!)
  return String(pick(random, words.patterns!)).replace(/[123]/g, (radical) => root[Number(radical) - 1]!)
}

/** A sentence of its own: phrases with made-up words between them. */
const filler = (random: Random): string =>
  [words.who, words.did, words.what, words.when, words.also]
    .map((list) => `${pick(random, list!)} ${derived(random)} ${derived(random)} ${derived(random)}`)
    .join(' ')

function draftOf(random: Random, story: Story): Draft {
  const lead = `${pick(random, words[story.type]!)} ${pick(random, words.how!)} ${derived(random)} ${pick(random, words.near!)} ${story.place.name} ${derived(random)} ${pick(random, words.said!)} ${story.source}`
  return {
    title: `${pick(random, words.title!)} ${story.place.name}`,
    sentences: [lead, ...Array.from({ length: 3 + Math.floor(random() * 3) }, () => filler(random))],
  }
}

/** A copy: another headline, a sentence dropped, two that change places, some words exchanged, added or spelled otherwise. */
function edit(random: Random, draft: Draft, story: Story): Draft {
  const sentences = [...draft.sentences]
  if (random() < 0.35) sentences.splice(1 + Math.floor(random() * (sentences.length - 1)), 1)
  if (random() < 0.3) [sentences[1], sentences[2]] = [sentences[2]!, sentences[1]!]
  return { title: `${pick(random, words.title!)} ${story.place.name}`, sentences: sentences.map((sentence) => respell(random, sentence)) }
}

const respell = (random: Random, sentence: string): string =>
  sentence
    .split(' ')
    .map((word) => {
      const chance = word === '{figure}' ? 1 : random()
      if (chance < 0.04) return pick(random, words.exchange!)
      if (chance < 0.06) return `${word} ${pick(random, words.exchange!)}`
      return chance < 0.14 ? word.replace('ة', 'ه').replace('أ', 'ا') : word
    })
    .join(' ')

/** Makes one report again from the seed, its story and its place in it. */
export function makeReading(seed: number, { story: index, member, role }: Member): Reading {
  const story = storyOf(seed, index)
  const random = randomFrom([seed, index, 10 + member])
  const first = draftOf(randomFrom([seed, index, 10]), story)
  const draft = role === 'first' ? first : role === 'copy' ? edit(random, first, story) : draftOf(random, story)
  const outlet = Math.floor(random() * words.outletHead!.length * words.outletTail!.length)
  return readingOf(draft, story, `${index}/${member}`, outlet, random)
}

const outletName = (outlet: number): string =>
  `${words.outletHead![outlet % words.outletHead!.length]} ${words.outletTail![Math.floor(outlet / words.outletHead!.length)]}`

/** What an outlet prints under everything: three phrases of its own choice. */
function footerOf(outlet: number): string {
  const random = randomFrom([outlet, 77])
  return [pick(random, words.footer!), pick(random, words.footer!), outletName(outlet), pick(random, words.footer!)].join(' ')
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function readingOf(draft: Draft, story: Story, path: string, outlet: number, random: Random): Reading {
  const noun = `${story.count} ${pick(random, words[`${story.type}Noun`]!)}`
  const lines = [draft.title, ...draft.sentences.map((sentence) => `${sentence}.`), footerOf(outlet)]
  const text = lines.join('\n').replace('{figure}', noun)
  const figure = spanOf(text, noun)
  const place = spanOf(text, story.place.name, draft.title.length)
  const source = spanOf(text, story.source)
  const evidence = { start: draft.title.length + 1, end: text.indexOf('.', figure.end) }
  return {
    schema: 'isnad.reading/1',
    rules: 'bench',
    report: {
      id: `bench:${path}`,
      source: { path, mediaType: 'text/plain' },
      title: draft.title,
      outlet: { name: outletName(outlet) },
      credits: [],
      byline: null,
      published: { edtf: `${dateOf(story.day)}T${String(6 + Math.floor(random() * 17)).padStart(2, '0')}:00Z`, basis: 'metadata' },
      updated: null,
      language: 'ar',
      text,
      blocks: [
        { kind: 'title', start: 0, end: draft.title.length },
        { kind: 'body', start: draft.title.length, end: text.length },
      ],
    },
    mentions: {
      quantities: [
        {
          id: 'q',
          ...figure,
          min: story.count,
          max: story.count,
          modifier: 'exact',
          unit: 'person',
          counted: { ...figure, text: noun, of: OF[story.type] },
        },
      ],
      times: [],
      places: [
        { id: 'p', ...place, place: story.place.id, name: story.place.name, lat: story.place.lat, lon: story.place.lon, kind: 'town' },
      ],
      actors: [{ id: 'a', ...source, name: story.source, type: 'institution' }],
    },
    statements: [],
    claims: [claimOf(story, evidence, source)],
    findings: [],
    warnings: [],
  }
}

const spanOf = (text: string, piece: string, from = 0): Span => {
  const start = text.indexOf(piece, from)
  return { start, end: start + piece.length }
}

const claimOf = (story: Story, evidence: Span, source: Span): Reading['claims'][number] => ({
  id: 'c',
  type: story.type satisfies EventType,
  modality: 'actual',
  figure: 'q',
  roles: {},
  time: { edtf: dateOf(story.day) },
  place: { place: story.place.id, name: story.place.name, mention: 'p' },
  chain: [{ text: story.source, ...source, act: 'say', named: true }],
  origin: { name: story.source },
  evidence,
  why: ['bench'],
})
