import type { Claim, Finding, Span } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import { Marks } from '../events/marks.ts'
import type { Scene } from '../events/scene.ts'
import { bounds, type Item, isExact, spanOfFigure } from './items.ts'
import { messages } from './messages.ts'

/** What cannot be: a part above its whole, an end before its beginning, a past after publication, a share above the whole. */
export function impossibleFindings(scene: Scene, items: readonly Item[], claims: readonly Claim[]): Finding[] {
  return [...partsAbove(scene, items), ...aboard(scene, items), ...periods(scene), ...tooLate(scene, claims), ...shares(scene, items)]
}

const finding = (evidence: Span[], message: Finding['message'], claims?: string[]): Finding => ({
  kind: 'impossible',
  verdict: 'conflict',
  evidence,
  ...(claims ? { claims } : {}),
  message,
})

const exceeds = (part: Item, whole: Item): boolean => bounds(part.figure.mention)[0] > bounds(whole.figure.mention)[1]

/** 'قتل 10 بينهم 12 طفلا', 'فر 30 من أصل 20'. */
function partsAbove({ document: { text } }: Scene, items: readonly Item[]): Finding[] {
  return items.flatMap((item, i) => {
    const before = items[i - 1]
    if (!before || before.figure.sentence !== item.figure.sentence || before.figure.mention.unit !== item.figure.mention.unit) return []
    const [part, whole] = item.whole ? [before, item] : item.part && !before.part ? [item, before] : []
    if (!part || !whole || !exceeds(part, whole)) return []
    const message = messages.partExceeds(slice(text, spanOfFigure(part)), slice(text, spanOfFigure(whole)))
    return [finding([spanOfFigure(part), spanOfFigure(whole)], message, [part.claim.id, whole.claim.id])]
  })
}

const ABOARD = new Set(['متنها', 'متنه', 'متن', 'تقل', 'يقل', 'تحمل', 'داخله', 'داخلها', 'بداخله', 'بداخلها'])
const LOST = new Set(['kill', 'injure', 'missing', 'escape', 'casualties', 'kidnap'])
/** Sentences between those present and those lost. */
const ABOARD_REACH = 2

/** More were killed or lost than were there. */
function aboard(scene: Scene, items: readonly Item[]): Finding[] {
  const { document } = scene
  return items.flatMap((present) => {
    if (!isExact(present.figure.mention) || present.figure.mention.unit !== 'person' || present.others || !isAboard(scene, present))
      return []
    const lost = items.find(
      (item) =>
        item !== present &&
        LOST.has(item.claim.type) &&
        item.claim.modality === 'actual' &&
        item.figure.mention.unit === 'person' &&
        Math.abs(item.figure.sentence - present.figure.sentence) <= ABOARD_REACH &&
        exceeds(item, present) &&
        !item.others,
    )
    if (!lost) return []
    const message = messages.partExceeds(slice(document.text, spanOfFigure(lost)), slice(document.text, spanOfFigure(present)))
    return [finding([spanOfFigure(lost), spanOfFigure(present)], message, [lost.claim.id, present.claim.id])]
  })
}

/** Words before a figure within which 'على متنها', 'تقل' say that it was there. */
const BEFORE = 2
function isAboard({ document }: Scene, { figure }: Item): boolean {
  for (let i = figure.first - 1; i >= Math.max(0, figure.first - BEFORE); i--) if (ABOARD.has(document.tokens[i]!.form)) return true
  return false
}

/** A period whose end lies before its beginning. */
function periods({ times, document: { text } }: Scene): Finding[] {
  return times.flatMap(({ mention, first, last }) => {
    const [from, to] = mention.edtf?.split('/') ?? []
    if (!from || !to || !/^\d{4}/u.test(from) || !/^\d{4}/u.test(to) || to >= from || first === last) return []
    const half = Math.floor((mention.start + mention.end) / 2)
    const cut = text.indexOf(' ', half)
    const middle = cut > 0 && cut < mention.end ? cut : half
    const spans = [
      { start: mention.start, end: middle },
      { start: middle + 1, end: mention.end },
    ]
    return [finding(spans, messages.endBeforeStart(slice(text, spans[0]!), slice(text, spans[1]!)))]
  })
}

/** Something told as past on a day after the report's own date. */
function tooLate({ report, times, document, hits }: Scene, claims: readonly Claim[]): Finding[] {
  const published = report.published?.edtf.slice(0, 10)
  if (!published || published.length < 10) return []
  const seen = new Set<string>()
  return claims.flatMap(({ id, modality, time, why, evidence }) => {
    if (time?.mention && seen.has(time.mention)) return []
    const mention = times.find((one) => one.mention.id === time?.mention)?.mention
    if (
      modality !== 'actual' ||
      !mention ||
      mention.basis !== 'absolute' ||
      !why.includes('time-in-clause') ||
      !time ||
      !/^\d{4}-\d{2}-\d{2}$/u.test(time.edtf)
    )
      return []
    if (time.edtf <= nextDay(published) || !pastVerbIn(hits, document, evidence)) return []
    seen.add(mention.id)
    return [
      finding([{ start: mention.start, end: mention.end }, evidence], messages.afterPublication(slice(document.text, mention), published), [
        id,
      ]),
    ]
  })
}

/** A day's grace: reports are dated in one zone and tell of another. */
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const pastVerbIn = (hits: Scene['hits'], document: Scene['document'], { start, end }: Span): boolean =>
  hits.some((hit) => {
    const token = document.tokens[hit.first]!
    return token.start >= start && token.end <= end && hit.options.some(({ features }) => features?.tense === 'past')
  })

const GROWTH = new Set([
  'ارتفع',
  'ارتفعت',
  'ارتفاع',
  'زاد',
  'زادت',
  'زيادة',
  'بزيادة',
  'نمو',
  'تضخم',
  'التضخم',
  'اضعاف',
  'قفز',
  'قفزت',
  'ازداد',
  'ازدادت',
  'نما',
  'يزيد',
  'تزيد',
  'فائض',
  'اكثر',
  'ارباح',
  'عائد',
])

/** '120 في المئة من السكان'. */
function shares(scene: Scene, items: readonly Item[]): Finding[] {
  const { document, marks } = scene
  return items.flatMap((item) => {
    const { mention, last, sentence } = item.figure
    if (mention.unit !== 'percent' || (mention.min ?? 0) <= 100 || document.tokens[last + 1]?.form !== 'من') return []
    const { first, last: end } = document.sentences[sentence]!
    for (let i = first; i <= end; i++) if (GROWTH.has(document.tokens[i]!.form)) return []
    const whole = { start: document.tokens[last + 1]!.start, end: document.tokens[Math.min(end, last + 2)]!.end }
    if (marks[Math.min(end, last + 2)]! & Marks.punct) return []
    return [
      finding([spanOfFigure(item), whole], messages.overHundred(slice(document.text, spanOfFigure(item)), slice(document.text, whole)), [
        item.claim.id,
      ]),
    ]
  })
}
