import type { Claim, Quantity, Span } from '../../model.ts'
import { isOutOf } from '../events/govern.ts'
import type { Placed, Scene } from '../events/scene.ts'
import { introducesPart } from '../events/types.ts'

/** A figure with its claim and the place it has in the report. */
export interface Item {
  claim: Claim
  figure: Placed<Quantity>
  /** In the title, or in the first sentence under it. */
  head: 'title' | 'lead' | undefined
  /** Introduced by 'بينهم', 'منهم': a part of the figure before it. */
  part: boolean
  /** Introduced by 'من أصل', 'من بين': the whole of the figure before it. */
  whole: boolean
  /** 'آخرون': beside those named before. */
  others: boolean
}

const OTHERS = new Set(['اخر', 'اخرون', 'اخرين', 'اخرى', 'اخران', 'اخريات', 'اضافيين', 'غيرهم'])

/** The figures of a report with their claims, in the order of the text. */
export function itemsOf(scene: Scene, claims: readonly Claim[]): Item[] {
  const ofFigure = new Map(claims.filter(({ figure }) => figure !== undefined).map((claim) => [claim.figure, claim]))
  const lead = scene.document.sentences.find(({ block }) => block === 'body')?.index ?? -1
  return scene.figures.flatMap((figure) => {
    const claim = ofFigure.get(figure.mention.id)
    if (!claim) return []
    const { block } = scene.document.sentences[figure.sentence]!
    return [
      {
        claim,
        figure,
        head: block === 'title' ? ('title' as const) : figure.sentence === lead ? ('lead' as const) : undefined,
        part: introducesPart(scene, figure) || isOfThem(scene, figure),
        whole: isOutOf(scene, figure),
        others: hasOthers(scene, figure),
      },
    ]
  })
}

function hasOthers({ document }: Scene, { first, last }: Placed<Quantity>): boolean {
  for (let i = first; i <= Math.min(document.tokens.length - 1, last + 1); i++) if (OTHERS.has(document.tokens[i]!.form)) return true
  return false
}

const THEM = new Set(['منهم', 'منهن', 'منها', 'منهما'])

/** '58 منهم': a part of those told before. */
function isOfThem({ document }: Scene, { first, last }: Placed<Quantity>): boolean {
  for (let i = first; i <= Math.min(document.tokens.length - 1, last + 1); i++) if (THEM.has(document.tokens[i]!.form)) return true
  return false
}

/** How far 'about' reaches on either side, as a share. */
const ABOUT = 0.1

/** The least and the most a quantity may stand for. @example bounds({ min: 200, max: 200, modifier: 'about' }) // [180, 220] */
export function bounds({ min, max, modifier }: Pick<Quantity, 'min' | 'max' | 'modifier'>): [number, number] {
  const low = min ?? 0
  const high = max ?? Number.POSITIVE_INFINITY
  return modifier === 'about' ? [low * (1 - ABOUT), high * (1 + ABOUT)] : [low, high]
}

/** A value given to the unit: '200', not 'about 200' or 'hundreds'. */
export const isExact = ({ min, max, modifier }: Pick<Quantity, 'min' | 'max' | 'modifier'>): boolean =>
  modifier === 'exact' && min !== null && min === max

/** Whether two quantities can stand for one number. */
export function canAgree(a: Quantity, b: Quantity): boolean {
  const [from, to] = bounds(a)
  const [since, until] = bounds(b)
  return from <= until && since <= to
}

/** Least size, and greatest share of difference, at which a round number may be the other one rounded. */
const ROUNDING = { from: 100, share: 0.05 } as const

/** Whether one of two exact values is the other, rounded: 20000 for 20200. */
export function isRounded(a: Quantity, b: Quantity): boolean {
  const [one, other] = [a.min ?? a.max ?? 0, b.min ?? b.max ?? 0].sort((x, y) => x - y) as [number, number]
  if (other < ROUNDING.from || (other - one) / other > ROUNDING.share || one === other) return false
  return zeros(one) !== zeros(other)
}

/** Zeros at the end of a whole number. @example zeros(20200) // 2 */
function zeros(n: number): number {
  let count = 0
  for (let rest = n; rest > 0 && rest % 10 === 0; rest /= 10) count++
  return count
}

/** Whether two figures count the same kind of people or things. */
export function sameCounted(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || (a.counted?.of ?? '') !== (b.counted?.of ?? '')) return false
  return (['sex', 'age', 'nationality', 'affiliation'] as const).every((key) => {
    const [x, y] = [a.counted?.[key], b.counted?.[key]]
    return x === undefined || y === undefined || x === y
  })
}

/** The place a claim's own sentence states, not one that it borrowed. */
const ownPlace = ({ place, why }: Claim): string | undefined =>
  why.includes('place-of-neighbour') || why.includes('place-of-title') ? undefined : place?.place

/** Whether place and time let two claims be of one happening. `stated`: the place must be named for both. */
export function sameSetting(a: Claim, b: Claim, options: { stated?: boolean } = {}): boolean {
  const [here, there] = options.stated ? [a.place?.place, b.place?.place] : [ownPlace(a), ownPlace(b)]
  if (options.stated ? here === undefined || here !== there : here !== undefined && there !== undefined && here !== there) return false
  return sameSpan(a.time?.edtf, b.time?.edtf)
}

/** Two dates of one happening: equal, or days of which one is not given. Months, years and 'since' count other spans than a day. */
function sameSpan(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true
  const [only] = [a, b].filter((one) => one !== undefined)
  return (a === undefined || b === undefined) && only !== undefined && /^[\dX]{4}-[\dX]{2}-[\dX]{2}$/u.test(only)
}

/** Whether two EDTF dates exclude each other. @example datesDiffer('2018-06', '2018-06-15') // false */
export function datesDiffer(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [from, to] = limits(a)
  const [since, until] = limits(b)
  return until < from || to < since
}

function limits(edtf: string): [string, string] {
  const [from = edtf, to = from] = edtf.split('/')
  return [from === '..' ? '' : from, to === '..' ? '~' : `${to}~`]
}

/** Who a claim comes from in the end: the actor where known, else the words of the last hop; '' for the outlet itself. */
export const sourceKey = ({ chain }: Claim): string => {
  const named = chain.findLast((hop) => hop.named) ?? chain.at(-1)
  return named ? (named.actor ?? named.text) : ''
}

/** Shortest word, in letters, that tells one name from another. */
const TELLING = 4

/** Whether two claims come from one source: one actor, or a name that goes on as a part of itself ('الحكمان' for 'النقيب وضاح الحكمان'). */
export function sameSource(a: Claim, b: Claim): boolean {
  const [one, other] = [sourceKey(a), sourceKey(b)]
  if (one === other) return true
  const words = new Set(textOf(a).split(' '))
  return textOf(b)
    .split(' ')
    .some((word) => word.length >= TELLING && words.has(word))
}

const textOf = ({ chain }: Claim): string => (chain.findLast((hop) => hop.named) ?? chain.at(-1))?.text ?? ''

/** Span of a figure. */
export const spanOfFigure = ({ figure }: Item): Span => ({ start: figure.mention.start, end: figure.mention.end })
