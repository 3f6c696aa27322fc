import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Claim, EventType, Modality, Reading, Span } from '../../src/model.ts'
import { randomFrom } from '../links/generate.ts'

/* Invented reports with several claims each, varied in everything that the workbench filters by. */

const words = parse(readFileSync(new URL('../links/words.yaml', import.meta.url), 'utf8')) as Record<string, string[]>
type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** What a sentence may tell: words before the figure, type, population, who holds or acts. Frequent ones stand more than once. */
const EVENTS: { type: EventType; verb: string; noun: string; of: string; role?: 'custodian' | 'agent' }[] = [
  { type: 'kill', verb: 'قُتل', noun: 'شخصا', of: 'dead' },
  { type: 'kill', verb: 'قُتل', noun: 'مدنيا', of: 'civilians', role: 'agent' },
  { type: 'injure', verb: 'أُصيب', noun: 'جريحا', of: 'wounded' },
  { type: 'hold', verb: 'يُحتجز', noun: 'سجينا', of: 'prisoners', role: 'custodian' },
  { type: 'hold', verb: 'يُحتجز', noun: 'معتقلا', of: 'detainees', role: 'custodian' },
  { type: 'release', verb: 'أُفرج عن', noun: 'معتقلا', of: 'detainees', role: 'custodian' },
  { type: 'escape', verb: 'فرّ', noun: 'سجينا', of: 'prisoners' },
  { type: 'kidnap', verb: 'خُطف', noun: 'مسافرا', of: 'people', role: 'agent' },
  { type: 'displace', verb: 'نزح', noun: 'نازحا', of: 'displaced' },
  { type: 'displace', verb: 'نزحت', noun: 'عائلة', of: 'families' },
  { type: 'arrest', verb: 'اعتُقل', noun: 'ناشطا', of: 'people', role: 'agent' },
  { type: 'exchange', verb: 'جرى تبادل', noun: 'أسيرا', of: 'fighters', role: 'agent' },
  { type: 'repatriate', verb: 'أُعيد', noun: 'طفلا', of: 'children' },
  { type: 'evacuate', verb: 'أُجلي', noun: 'مدنيا', of: 'civilians' },
  { type: 'transfer', verb: 'نُقل', noun: 'سجينا', of: 'prisoners', role: 'custodian' },
  { type: 'camp-population', verb: 'يعيش في المخيم', noun: 'لاجئا', of: 'refugees' },
  { type: 'attack', verb: 'استُهدف', noun: 'مقاتلا', of: 'fighters', role: 'agent' },
]
const MODALITIES: readonly Modality[] = [
  'actual',
  'actual',
  'actual',
  'actual',
  'actual',
  'actual',
  'planned',
  'possible',
  'denied',
  'generic',
]
const NATIONALITIES = ['SY', 'IQ', 'LY', 'SD', 'YE', 'FR', 'TN', 'TR', 'RU', 'foreign']
/** Stories begun each day, and the first day. */
const STORIES_A_DAY = 20
const FIRST_DAY = 12_000
const PLACES = 1_280

interface Place {
  id: string
  name: string
  lat: number
  lon: number
}

function placeAt(random: Random): Place {
  // A few places have most of the news.
  const at = Math.floor(random() ** 3 * PLACES)
  const [heads, tails, sides] = [words.placeHead!, words.placeTail!, words.placeSide!]
  const rest = Math.floor(at / heads.length)
  const name = `${heads[at % heads.length]} ${tails[rest % tails.length]} ${sides[Math.floor(rest / tails.length) % sides.length]}`
  return { id: `bench:${at}`, name, lat: 10 + (at % 25), lon: 20 + Math.floor(at / 25) / 2 }
}

const nameAt = (random: Random, heads: string, tails: string): string => `${pick(random, words[heads]!)} ${pick(random, words[tails]!)}`

/** A word made of a root and a pattern. */
const derived = (random: Random): string => {
  const root = pick(random, words.roots!)
  return String(pick(random, words.patterns!)).replace(/[123]/g, (radical) => root[Number(radical) - 1]!)
}

/** One sentence of a story, before it is told by a report. */
interface Telling {
  event: (typeof EVENTS)[number]
  count: number
  place: Place
  source: string
  actor: string
  person: string | null
  modality: Modality
  nationality: string | null
  day: number | null
  filler: string
}

function tellingAt(random: Random, place: Place, day: number): Telling {
  return {
    event: pick(random, EVENTS),
    count: Math.floor(10 ** (0.3 + random() * 3.2)),
    place: random() < 0.8 ? place : placeAt(random),
    source: nameAt(random, 'sourceHead', 'sourceTail'),
    actor: nameAt(random, 'placeHead', 'sourceTail'),
    person: random() < 0.1 ? `${derived(random)} ${derived(random)}` : null,
    modality: pick(random, MODALITIES),
    nationality: random() < 0.3 ? pick(random, NATIONALITIES) : null,
    day: random() < 0.8 ? day - Math.floor(random() * 5) : null,
    filler: `${pick(random, words.how!)} ${derived(random)} ${derived(random)} ${pick(random, words.near!)}`,
  }
}

/** The reports of one story: the first, up to three copies of it, up to two that tell the same with figures of their own. */
export function storyOf(seed: number, story: number): Reading[] {
  const random = randomFrom([seed, story, 1])
  const [place, day] = [placeAt(random), FIRST_DAY + Math.floor(story / STORIES_A_DAY)]
  const tellings = Array.from({ length: 3 + Math.floor(random() * 5) }, () => tellingAt(random, place, day))
  const title = `${pick(random, words.title!)} ${place.name}`
  const copies = pick(random, [0, 0, 0, 0, 0, 0, 1, 1, 2, 3])
  const echoes = pick(random, [0, 0, 0, 1, 1, 2])
  return Array.from({ length: 1 + copies + echoes }, (_, member) => {
    const own = randomFrom([seed, story, 10 + member])
    const told = member <= copies ? tellings : tellings.slice(0, 3).map((telling) => retold(own, telling))
    return readingOf({
      title,
      tellings: told,
      path: `${story}/${member}.txt`,
      outlet: nameAt(own, 'outletHead', 'outletTail'),
      moment: day + own() * 0.9,
    })
  })
}

const retold = (random: Random, telling: Telling): Telling => ({
  ...telling,
  count: random() < 0.5 ? telling.count : Math.ceil(telling.count * (0.7 + random())),
  source: random() < 0.5 ? telling.source : nameAt(random, 'sourceHead', 'sourceTail'),
  filler: `${pick(random, words.how!)} ${derived(random)} ${pick(random, words.near!)}`,
})

interface Draft {
  title: string
  tellings: readonly Telling[]
  path: string
  outlet: string
  moment: number
}

const DAY_MS = 86_400_000
const dateOf = (day: number): string => new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10)

function readingOf({ title, tellings, path, outlet, moment }: Draft): Reading {
  let text = `${title}\n`
  const mentions: Reading['mentions'] = { quantities: [], times: [], places: [], actors: [] }
  const claims: Claim[] = []
  for (const [i, telling] of tellings.entries()) {
    const start = text.length
    const sentence = sentenceOf(telling)
    text += `${sentence.text}\n`
    claims.push(claimOf(telling, i, { start, end: start + sentence.text.length - 1 }, { sentence, start, mentions }))
  }
  return {
    schema: 'isnad.reading/1',
    rules: 'bench',
    report: {
      id: `bench:${path}`,
      source: { path, mediaType: 'text/plain' },
      title,
      outlet: { name: outlet },
      credits: [],
      byline: null,
      published: { edtf: `${new Date(moment * DAY_MS).toISOString().slice(0, 16)}Z`, basis: 'metadata' },
      updated: null,
      language: 'ar',
      text,
      blocks: [
        { kind: 'title', start: 0, end: title.length },
        { kind: 'body', start: title.length, end: text.length },
      ],
    },
    mentions,
    statements: [],
    claims,
    findings: [],
    warnings: [],
  }
}

interface Sentence {
  text: string
  figure: string
}

function sentenceOf({ event, count, place, source, actor, person, filler }: Telling): Sentence {
  const figure = `${count} ${event.noun}`
  const by = event.role ? ` على يد ${actor}` : ''
  const one = person ? ` بينهم ${person}` : ''
  return { figure, text: `قال ${source} إن ${event.verb} ${figure}${by}${one} ${filler} ${place.name}.` }
}

interface Into {
  sentence: Sentence
  start: number
  mentions: Reading['mentions']
}

function claimOf(telling: Telling, i: number, evidence: Span, { sentence, start, mentions }: Into): Claim {
  const { event, count, place, source, actor, person, modality, nationality, day } = telling
  const at = (piece: string): Span => {
    const from = start + sentence.text.indexOf(piece)
    return { start: from, end: from + piece.length }
  }
  const [figure, child] = [at(sentence.figure), event.of === 'children']
  const counted = {
    ...figure,
    text: sentence.figure,
    of: event.of,
    ...(nationality ? { nationality } : {}),
    ...(child ? { age: 'child' as const } : {}),
  }
  mentions.quantities.push({ id: `q${i}`, ...figure, min: count, max: count, modifier: 'exact', unit: 'person', counted })
  mentions.places.push({ id: `p${i}`, ...at(place.name), place: place.id, name: place.name, lat: place.lat, lon: place.lon, kind: 'city' })
  mentions.actors.push({ id: `s${i}`, ...at(source), name: source, type: 'institution' })
  if (event.role) mentions.actors.push({ id: `a${i}`, ...at(actor), name: actor, type: 'armed-group' })
  if (person) mentions.actors.push({ id: `h${i}`, ...at(person), name: person, type: 'person', private: true })
  return {
    id: `c${i + 1}`,
    type: event.type,
    modality,
    figure: `q${i}`,
    roles: { ...(event.role ? { [event.role]: `a${i}` } : {}), ...(person ? { patient: `h${i}` } : {}) },
    ...(day === null ? {} : { time: { edtf: dateOf(day) } }),
    place: { place: place.id, name: place.name, mention: `p${i}` },
    chain: [{ text: source, ...at(source), act: 'say', named: true }],
    origin: { name: source },
    evidence,
    why: ['bench'],
  }
}
