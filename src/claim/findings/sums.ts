import type { Claim, Finding } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import { type Scene, termOf } from '../events/scene.ts'
import { datesDiffer, type Item, sourceKey, spanOfFigure } from './items.ts'
import { messages } from './messages.ts'

/** Sentences after a total in which its parts may stand. */
const REACH = 4
/** Parts a total may have, and the least total worth adding up. */
const LIMIT = { parts: 5, total: 4 } as const

/** Figures ahead among which the parts of a total are looked for. */
const AHEAD = 60

/** Totals whose parts the report gives: where they add up, and where a full list does not. */
export function sumFindings(scene: Scene, items: readonly Item[]): Finding[] {
  const people = items.filter(
    ({ figure }) => figure.mention.unit === 'person' && figure.mention.min !== null && figure.mention.min === figure.mention.max,
  )
  return people.flatMap((total, i) => {
    const ahead = people.slice(i, i + AHEAD)
    if (amountOf(total) < LIMIT.total || total.part || total.others) return []
    const listed = listedAfter(scene, total, ahead)
    if (listed) return [listedFinding(scene, total, listed)]
    const around = people.slice(Math.max(0, i - AHEAD), i + AHEAD)
    const parts = addingUp(total, ahead) ?? addingUp(total, ahead, scene) ?? joinedParts(scene, total, around)
    return parts ? [sumFinding(scene, total, parts)] : []
  })
}

const amountOf = ({ figure }: Item): number => figure.mention.min ?? 0
const sum = (parts: readonly Item[]): number => parts.reduce((total, part) => total + amountOf(part), 0)

/** 'قتل 20 شخصا: 8 رجال و7 نساء و5 أطفال', 'وهم': a list that claims to be full. */
function listedAfter(scene: Scene, total: Item, people: readonly Item[]): Item[] | undefined {
  const after = people.filter(({ figure }) => figure.first > total.figure.last && figure.sentence === total.figure.sentence)
  const cut = after.findIndex(({ figure }) => [1, 2].some((back) => termOf(scene.terms, figure.first - back, 'given-for')))
  const parts = cut < 0 ? after : after.slice(0, cut)
  const [first] = parts
  if (!first || !LISTS.has(scene.document.tokens[first.figure.first - 1]?.form ?? '')) return undefined
  const full = [2, 3, 4, LIMIT.parts].map((count) => parts.slice(0, count)).find((some) => sum(some) === amountOf(total))
  if (full && isRun(full)) return full // what comes after a list that adds up is no member of it
  const same = parts.slice(0, beforeOtherType(parts))
  return same.length >= 2 && same.length <= LIMIT.parts && isRun(same) ? same : undefined
}

/** Members up to one that something else happened to: 'هم … و…، مضيفا أن 14 أعيد القبض عليهم'. */
function beforeOtherType(parts: readonly Item[]): number {
  const at = parts.findIndex(({ claim }) => claim.type !== parts[0]!.claim.type)
  return at < 0 ? parts.length : at
}

const LISTS = new Set([':', 'هم', 'وهم'])
/** Words between the members of a list, with their adjectives. */
const BETWEEN = 4
const isRun = (parts: readonly Item[]): boolean =>
  parts.every(({ figure }, i) => i === 0 || figure.first - parts[i - 1]!.figure.last <= BETWEEN)

function listedFinding(scene: Scene, total: Item, parts: readonly Item[]): Finding {
  return sum(parts) === amountOf(total)
    ? sumFinding(scene, total, parts)
    : { ...base(scene, total, parts), verdict: 'conflict', message: conflictMessage(scene, total, parts) }
}

/** A run of figures of the same event after the total (or, with a named person beside them, one short of it) that adds up to it. */
function addingUp(total: Item, people: readonly Item[], named?: Scene): Item[] | undefined {
  const candidates = people.filter((item) => item !== total && isPartCandidate(total, item))
  const target = amountOf(total)
  for (let from = 0; from < candidates.length; from++) {
    let amount = 0
    for (let to = from; to < Math.min(candidates.length, from + LIMIT.parts); to++) {
      amount += amountOf(candidates[to]!)
      const run = candidates.slice(from, to + 1)
      if (named === undefined && amount === target && run.length >= 2) return run
      if (named && amount === target - 1 && run.length === 1 && joinsNamed(named, run[0]!)) return run
    }
  }
  return undefined
}

function isPartCandidate(total: Item, item: Item): boolean {
  if (item.claim.type !== total.claim.type && !(total.claim.modality !== 'actual' && sameWomen(total, item))) return false
  const apart = item.figure.sentence - total.figure.sentence
  const near = total.head === 'title' || sameWomen(total, item) ? apart >= 0 : apart >= 0 && apart <= REACH
  return (
    near &&
    item.figure.first > total.figure.last &&
    sourcesMeet(total, item) &&
    (item.figure.mention.counted?.of === total.figure.mention.counted?.of ||
      total.figure.mention.counted?.of !== item.figure.mention.counted?.of)
  )
}

/** The same people by the same noun, whatever is said of them. */
const sameWomen = (a: Item, b: Item): boolean =>
  a.figure.mention.counted?.of !== undefined && a.figure.mention.counted.of === b.figure.mention.counted?.of

const sourcesMeet = (a: Item, b: Item): boolean =>
  sourceKey(a.claim) === '' || sourceKey(b.claim) === '' || sourceKey(a.claim) === sourceKey(b.claim)

/** Least total that cannot well be met by chance when another source gives its parts. */
const TELLING = 100

/** 'س سوريات وص أجنبيات' in another sentence: parts told apart by who they are or where, that make up the total whoever gives it. */
function joinedParts(scene: Scene, total: Item, people: readonly Item[]): Item[] | undefined {
  for (let from = 0; from < people.length; from++) {
    const run = joinedRun(scene, people, from)
    for (let count = 2; count <= run.length; count++) {
      const parts = run.slice(0, count)
      if (sum(parts) === amountOf(total) && parts.every((part) => isShareOf(total, part))) return parts
    }
  }
  return undefined
}

/** Figures of one sentence from one on, each joined to the one before by 'و' and counting others of the same people. */
function joinedRun(scene: Scene, people: readonly Item[], from: number): Item[] {
  const run = people.slice(from, from + 1)
  for (const item of people.slice(from + 1, from + LIMIT.parts)) {
    if (!isJoined(scene, run.at(-1)!, item) || !run.every((other) => areTwoKinds(other, item))) break
    run.push(item)
  }
  return run
}

const isJoined = ({ document }: Scene, before: Item, { figure, part, whole }: Item): boolean =>
  !part &&
  !whole &&
  figure.sentence === before.figure.sentence &&
  figure.first - before.figure.last <= BETWEEN &&
  document.tokens[figure.first]!.start < figure.mention.start &&
  document.tokens[figure.first]!.form.startsWith('و')

/** The same noun in the same event, told apart by nationality, side or place. */
function areTwoKinds(a: Item, b: Item): boolean {
  if (a.claim.type !== b.claim.type || a.claim.modality !== b.claim.modality || !sameWomen(a, b)) return false
  const [one, other] = [a.figure.mention.counted, b.figure.mention.counted]
  const places = [a.claim.place?.place, b.claim.place?.place]
  return (
    one?.nationality !== other?.nationality ||
    one?.affiliation !== other?.affiliation ||
    (places.every((place) => place !== undefined) && places[0] !== places[1])
  )
}

/** Events that all say in whose hands people are. */
const CUSTODY = new Set<Claim['type']>(['hold', 'camp-population', 'transfer'])

/** Whether a figure of another sentence can be a share of the total: the same people in the same kind of event, of no other day. */
function isShareOf(total: Item, part: Item): boolean {
  const sameKind = part.claim.type === total.claim.type || (CUSTODY.has(part.claim.type) && CUSTODY.has(total.claim.type))
  const [whole, share] = [total.figure.mention.counted, part.figure.mention.counted]
  return (
    sameKind &&
    sameWomen(total, part) &&
    total.figure.sentence !== part.figure.sentence &&
    (['nationality', 'affiliation'] as const).every((key) => whole?.[key] === undefined || whole[key] === share?.[key]) &&
    !datesDiffer(total.claim.time?.edtf, part.claim.time?.edtf) &&
    (sourcesMeet(total, part) || amountOf(total) >= TELLING)
  )
}

const BESIDE = new Set(['برفقة', 'رفقة', 'بصحبة', 'مع', 'و'])

/** 'القائد فلان برفقة سبعة عناصر', 'ابنه و9 آخرين': one more is named beside the number. */
function joinsNamed({ document, actors }: Scene, { figure, others }: Item): boolean {
  const before = document.tokens[figure.first - 1]?.form ?? ''
  const joined = BESIDE.has(before) || (others && /^و/u.test(document.tokens[figure.first]!.form))
  return (
    joined && actors.some(({ mention, sentence, last }) => mention.type === 'person' && sentence === figure.sentence && last < figure.first)
  )
}

const base = ({ document: { text } }: Scene, total: Item, parts: readonly Item[]): Finding => ({
  kind: 'sum',
  verdict: 'agrees',
  evidence: [total, ...parts].map(spanOfFigure),
  claims: [total, ...parts].map(({ claim }) => claim.id),
  message: messages.sumAgrees(
    slice(text, spanOfFigure(total)),
    parts.map((part) => slice(text, spanOfFigure(part))),
  ),
})

const sumFinding = base

const conflictMessage = ({ document: { text } }: Scene, total: Item, parts: readonly Item[]): Finding['message'] =>
  messages.sumConflict(
    slice(text, spanOfFigure(total)),
    parts.map((part) => slice(text, spanOfFigure(part))),
    sum(parts),
  )
