import type { Claim, Finding, Time } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import type { Placed, Scene } from '../events/scene.ts'
import { datesDiffer, sourceKey } from './items.ts'
import { messages } from './messages.ts'

/** Leaving a place, in whatever words. */
const LEAVING = new Set(['evacuate', 'escape', 'transfer', 'release', 'exchange'])
const CONTRAST = new Set(['لكن', 'ولكن', 'غير', 'بيد', 'الا'])
/** Days between two dates that may be of one event. */
const APART = 7

/** Dates ahead that one is compared with. */
const AHEAD = 150

/** One event dated two ways: by two sources, or in two years. */
export function dateFindings(scene: Scene, claims: readonly Claim[]): Finding[] {
  const dated = claims.filter(
    ({ time, why }) =>
      time?.mention !== undefined && isDay(time.edtf) && (why.includes('time-in-clause') || why.includes('time-in-sentence')),
  )
  const found: Finding[] = []
  dated.forEach((a, i) => {
    for (const b of dated.slice(i + 1, i + 1 + AHEAD)) {
      if (a.time!.mention === b.time!.mention || !datesDiffer(a.time!.edtf, b.time!.edtf)) continue
      if (contradicts(scene, a, b) || sameFigure(scene, a, b)) found.push(finding(scene, a, b))
    }
  })
  return unique([...found, ...yearSlips(scene)])
}

const isDay = (edtf: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(edtf)

/** 'لكن … ذكرت أن … غادروا الرقة في 12': another source corrects the day on which a place was left. */
function contradicts(scene: Scene, a: Claim, b: Claim): boolean {
  if (sourceKey(a) === sourceKey(b) || b.chain.length === 0 || daysApart(a, b) > APART) return false
  const alike = a.type === b.type || (LEAVING.has(a.type) && LEAVING.has(b.type))
  return alike && a.place !== undefined && a.place.place === b.place?.place && opensWithContrast(scene, b)
}

function opensWithContrast({ document }: Scene, { evidence }: Claim): boolean {
  const sentence = document.sentences.find(({ start, end }) => start <= evidence.start && evidence.start < end)
  return sentence !== undefined && CONTRAST.has(document.tokens[sentence.first]!.form)
}

/** Same event, same number of the same people, same place, another day: the one or the other is wrong. */
function sameFigure(scene: Scene, a: Claim, b: Claim): boolean {
  if (a.type !== b.type || a.modality !== 'actual' || b.modality !== 'actual' || daysApart(a, b) > APART) return false
  const [one, other] = [a, b].map(({ figure }) => scene.figures.find(({ mention }) => mention.id === figure)?.mention)
  if (!one || !other || one.min !== other.min || one.max !== other.max || one.min === null || one.min < TELLING) return false
  return one.counted?.of === other.counted?.of && (a.place?.place ?? '') === (b.place?.place ?? '')
}

/** Least number that two separate events will hardly share. */
const TELLING = 6

const ANNIVERSARY = new Set(['ذكرى', 'الذكرى', 'ذكراه', 'عام', 'سنة', 'الماضي', 'سنوات', 'مرور'])
/** Days before publication within which the later of two years is the report's own. */
const RECENT = 45

/** The same day of two years in sentences on one subject, the later just before publication, and no anniversary spoken of. */
function yearSlips(scene: Scene): Finding[] {
  const days = scene.times.filter(({ mention }) => mention.edtf !== null && isDay(mention.edtf) && mention.basis === 'absolute')
  return days.flatMap((a, i) =>
    days
      .slice(i + 1, i + 1 + AHEAD)
      .filter((b) => isSlip(scene, a, b))
      .map((b) => conflictOf(scene, a.mention, b.mention)),
  )
}

function isSlip(scene: Scene, a: Placed<Time>, b: Placed<Time>): boolean {
  const [one, other] = [a, b].map(({ mention }) => mention.edtf!).sort() as [string, string]
  if (one.slice(5) !== other.slice(5) || Number(other.slice(0, 4)) - Number(one.slice(0, 4)) !== 1) return false
  const published = scene.report.published?.edtf.slice(0, 10)
  if (!published || daysFrom(other, published) < 0 || daysFrom(other, published) > RECENT) return false
  return ![a, b].some(({ sentence }) => saysAnniversary(scene, sentence)) && shareSubject(scene, a.sentence, b.sentence)
}

function saysAnniversary({ document }: Scene, sentence: number): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i <= last; i++) if (ANNIVERSARY.has(document.tokens[i]!.form)) return true
  return false
}

/** Fewest letters of a word that says what a sentence is about. */
const CONTENT = 4

function shareSubject(scene: Scene, a: number, b: number): boolean {
  const words = contentOf(scene, a)
  return a !== b && [...contentOf(scene, b)].some((word) => words.has(word))
}

/** Words of a sentence without article and و, but for those of dates, grammar and numbers. */
function contentOf({ document, terms, times }: Scene, sentence: number): Set<string> {
  const { first, last } = document.sentences[sentence]!
  const words = new Set<string>()
  for (let i = first; i <= last; i++) {
    const { form, kind } = document.tokens[i]!
    const stem = form.replace(/^و?(ال|لل)/u, '')
    const known = terms.at[i]?.some(({ entry }) => GRAMMAR.has(entry.class)) || times.some((time) => time.first <= i && i <= time.last)
    if (kind === 'word' && stem.length >= CONTENT && !known) words.add(stem)
  }
  return words
}

const GRAMMAR = new Set([
  'preposition',
  'complementizer',
  'relative',
  'kana',
  'adverb',
  'report-verb',
  'month',
  'number',
  'clause-break',
  'given-name',
])

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
const daysApart = (a: Claim, b: Claim): number => Math.abs(daysFrom(a.time!.edtf, b.time!.edtf))

const timeOf = (scene: Scene, claim: Claim): Placed<Time> => scene.times.find(({ mention }) => mention.id === claim.time!.mention)!

const finding = (scene: Scene, a: Claim, b: Claim): Finding => ({
  ...conflictOf(scene, timeOf(scene, a).mention, timeOf(scene, b).mention),
  claims: [a.id, b.id],
})

function conflictOf(scene: Scene, a: Time, b: Time): Finding {
  const spans = [a, b].map(({ start, end }) => ({ start, end }))
  const [one, other] = spans.map((span) => slice(scene.document.text, span)) as [string, string]
  return { kind: 'date', verdict: 'conflict', evidence: spans, message: messages.dateConflict(one, other) }
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ evidence }) => {
    const key = evidence.map(({ start }) => start).join(' ')
    return seen.has(key) ? false : seen.add(key)
  })
}
