import type { Finding } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import { Marks } from '../events/marks.ts'
import { type Scene, termOf } from '../events/scene.ts'
import { canAgree, datesDiffer, type Item, isRounded, sameCounted, sameSetting, sameSource, sourceKey, spanOfFigure } from './items.ts'
import { messages, sourceName } from './messages.ts'

/** Words of a head that sums several incidents up: its figure need not be that of any one of them. */
const SEVERAL = new Set([
  'هجمات',
  'غارات',
  'ضربات',
  'تفجيرات',
  'متفرقة',
  'انحاء',
  'مناطق',
  'سلسلة',
  'حوادث',
  'اشتباكات',
  'عمليات',
  'اجمالي',
  'مجموع',
])
/** Words at the head of a sentence that add to what was told. */
const ADDING = new Set(['كما', 'ايضا', 'كذلك', 'منفصل', 'منفصلة', 'اخر', 'اخرى', 'ثان', 'ثانية', 'لاحق', 'سابق', 'سابقا'])

/** A figure given two ways: head against body, and one source against another. */
export function figureFindings(scene: Scene, items: readonly Item[], added: ReadonlySet<string>): Finding[] {
  const counted = items.filter(
    (item) => COMPARED.has(item.claim.modality) && !item.part && !item.whole && !item.others && item.claim.type !== 'other',
  )
  const wholes = items.filter((item) => item.whole && COMPARED.has(item.claim.modality))
  const found = [
    ...headFindings(scene, counted, items),
    ...sourceFindings(
      scene,
      [...counted, ...wholes].sort((a, b) => a.figure.first - b.figure.first),
    ),
  ]
  return oncePerPair(scene, found).filter(({ claims }) => !added.has((claims ?? []).join(' ')))
}

/** The same two values of the same kind of event are told of once. */
function oncePerPair({ document: { text } }: Scene, findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ evidence, verdict }) => {
    const key = [verdict, ...evidence.map((span) => slice(text, span)).sort()].join('|')
    return seen.has(key) ? false : seen.add(key)
  })
}

const COMPARED: ReadonlySet<string> = new Set(['actual'])

/** Whether two figures are of the same people, in the same kind of event. */
const alike = (a: Item, b: Item): boolean => a.claim.type === b.claim.type && sameCounted(a.figure.mention, b.figure.mention)

/** The title's figure, or the lead's, against the one figure of the body that counts the same. */
function headFindings(scene: Scene, counted: readonly Item[], all: readonly Item[]): Finding[] {
  return counted.flatMap((head) => {
    if (head.head === undefined || hasAny(scene, head.figure.sentence, SEVERAL)) return []
    const below = all.filter((item) => item.figure.sentence > head.figure.sentence && (item.head === undefined || head.head === 'title'))
    const same = below.filter((item) => counted.includes(item) && alike(head, item))
    if (same.length === 0 || same.some((item) => equal(head, item))) return []
    return compareHead(scene, head, same, below)
  })
}

function compareHead(scene: Scene, head: Item, same: readonly Item[], below: readonly Item[]): Finding[] {
  const near = same.find((item) => agree(head, item))
  if (near)
    return head.head === 'title' || sourceKey(head.claim) === sourceKey(near.claim)
      ? [finding(scene, 'headline', 'rounding', head, near)]
      : []
  if (below.some((item) => item.claim.type === head.claim.type && agree(head, item))) return [] // another population, or 'and seven others'
  const values = new Set(same.map(({ figure }) => `${figure.mention.min}-${figure.mention.max}`))
  const [item] = same
  if (
    values.size !== 1 ||
    !item ||
    !sameSetting(head.claim, item.claim, { stated: head.head === 'lead' }) ||
    addsToIt(scene, item) ||
    !sameVoiceAs(head, item)
  )
    return []
  return [finding(scene, 'headline', isOneMore(scene, head, item) ? 'scope' : 'conflict', head, item)]
}

const equal = (a: Item, b: Item): boolean =>
  a.figure.mention.min === b.figure.mention.min &&
  a.figure.mention.max === b.figure.mention.max &&
  a.figure.mention.modifier === b.figure.mention.modifier
const agree = (a: Item, b: Item): boolean => canAgree(a.figure.mention, b.figure.mention) || isRounded(a.figure.mention, b.figure.mention)

/** The head speaks for the body, unless both name different sources. */
const sameVoiceAs = (a: Item, b: Item): boolean =>
  sourceKey(a.claim) === '' || sourceKey(b.claim) === '' || sourceKey(a.claim) === sourceKey(b.claim)

/** 7 above and 8 below: a named person stands beside the lesser number. */
function isOneMore(scene: Scene, a: Item, b: Item): boolean {
  const difference = Math.abs((a.figure.mention.min ?? 0) - (b.figure.mention.min ?? 0))
  const [lesser] = [a, b].sort((x, y) => (x.figure.mention.min ?? 0) - (y.figure.mention.min ?? 0))
  const named = scene.actors.some(({ mention, sentence }) => mention.type === 'person' && sentence === lesser!.figure.sentence)
  return difference === 1 && named
}

/** 'تسعة أشخاص، بينهم حارس لم تذكره المنظمة': the greater number says whom it takes in beside the lesser. */
function takesInOneMore({ marks, document }: Scene, a: Item, b: Item): boolean {
  const [lesser, greater] = [a, b].sort((x, y) => (x.figure.mention.min ?? 0) - (y.figure.mention.min ?? 0)) as [Item, Item]
  if ((greater.figure.mention.min ?? 0) - (lesser.figure.mention.min ?? 0) !== 1) return false
  const { last } = document.sentences[greater.figure.sentence]!
  for (let i = greater.figure.last + 1; i <= Math.min(last, greater.figure.last + 4); i++) if (marks[i]! & Marks.partOf) return true
  return false
}

/** Figures ahead that one is compared with: more than any report has of one event. */
const COMPARED_AHEAD = 150

/** Two sources, one event, two numbers. */
function sourceFindings(scene: Scene, counted: readonly Item[]): Finding[] {
  const found: Finding[] = []
  counted.forEach((a, i) => {
    for (const b of counted.slice(i + 1, i + 1 + COMPARED_AHEAD)) {
      if (a.figure.sentence === b.figure.sentence || a.head === 'title' || !alike(a, b) || sameSource(a.claim, b.claim) || agree(a, b))
        continue
      const oneEvent = sameSetting(a.claim, b.claim, { stated: true }) || pointsBack(scene, a, b)
      if (
        !oneEvent ||
        addsToIt(scene, a) ||
        addsToIt(scene, b) ||
        isVaguelyDated(scene, a) ||
        isVaguelyDated(scene, b) ||
        isReckoned(scene, a) !== isReckoned(scene, b) ||
        isConfirmedElsewhere(counted, a, b)
      )
        continue
      found.push(finding(scene, 'figure', takesInOneMore(scene, a, b) ? 'scope' : 'conflict', a, b))
    }
  })
  return found
}

/** 'خلال الأيام الماضية', 'منذ أسبوع': a span of days is not one happening. */
const isVaguelyDated = ({ times }: Scene, { figure }: Item): boolean =>
  times.some(
    ({ mention, sentence }) =>
      sentence === figure.sentence && (mention.edtf === null || mention.edtf.startsWith('P') || mention.edtf.includes('/')),
  )

const POINTING = new Set(['تلك', 'هذه', 'هذا', 'ذلك'])
const INCIDENTS = new Set([
  'الهجوم',
  'الحادث',
  'الحادثة',
  'القصف',
  'الغارة',
  'التفجير',
  'الانفجار',
  'المعركة',
  'الكمين',
  'المجزرة',
  'الواقعة',
])
/** Sentences back to the event that a demonstrative points to. */
const POINTED = 3

/** 'في تلك الدفعة', 'هذا الهجوم': the sentence says that it is of the event told before. */
function pointsBack({ document, terms }: Scene, a: Item, b: Item): boolean {
  if (b.figure.sentence - a.figure.sentence > POINTED || datesDiffer(a.claim.time?.edtf, b.claim.time?.edtf)) return false
  const { first, last } = document.sentences[b.figure.sentence]!
  for (let i = first; i < last; i++) {
    if (!POINTING.has(document.tokens[i]!.form)) continue
    if (INCIDENTS.has(document.tokens[i + 1]!.form) || termOf(terms, i + 1, 'batch')) return true
  }
  return false
}

const TOTALS = new Set(['حصيلة', 'الحصيلة', 'ارتفع', 'ارتفعت', 'وارتفع', 'وارتفعت', 'اجمالي', 'الاجمالي', 'مجموع', 'عدد', 'منذ', 'حتى'])
/** A running total is not compared with one day's number. */
const isReckoned = (scene: Scene, { figure }: Item): boolean => hasAny(scene, figure.sentence, TOTALS)

/** A number that the other source gives as well is not what they disagree on. */
const isConfirmedElsewhere = (counted: readonly Item[], a: Item, b: Item): boolean =>
  counted.some(
    (other) =>
      other !== a &&
      other !== b &&
      alike(other, a) &&
      ((sourceKey(other.claim) === sourceKey(b.claim) && agree(other, a)) ||
        (sourceKey(other.claim) === sourceKey(a.claim) && agree(other, b))),
  )

const addsToIt = (scene: Scene, { figure }: Item): boolean => {
  const { first } = scene.document.sentences[figure.sentence]!
  for (let i = first; i < Math.min(figure.first, first + 6); i++) if (ADDING.has(bare(scene.document.tokens[i]!.form))) return true
  for (let i = first; i < figure.first; i++) if (scene.terms.at[i]?.some(({ entry }) => entry.class === 'ordinal')) return true
  return false
}

const bare = (form: string): string => (form.startsWith('و') && form.length > 3 ? form.slice(1) : form)

function hasAny({ document }: Scene, sentence: number, words: ReadonlySet<string>): boolean {
  const { first, last } = document.sentences[sentence]!
  for (let i = first; i <= last; i++) if (words.has(document.tokens[i]!.form)) return true
  return false
}

function finding(scene: Scene, kind: Finding['kind'], verdict: Finding['verdict'], a: Item, b: Item): Finding {
  return {
    kind,
    verdict,
    evidence: [spanOfFigure(a), spanOfFigure(b)],
    claims: [a.claim.id, b.claim.id],
    message: messageOf(scene, verdict, a, b),
  }
}

function messageOf({ document: { text } }: Scene, verdict: Finding['verdict'], a: Item, b: Item): Finding['message'] {
  const [one, other] = [slice(text, spanOfFigure(a)), slice(text, spanOfFigure(b))]
  if (verdict === 'rounding') return messages.rounding(one, other)
  if (verdict === 'scope') return messages.scope(one, other)
  if (sourceKey(a.claim) === sourceKey(b.claim)) return messages.figureConflict(one, other)
  const [by, from] = [sourceName(a.claim.chain), sourceName(b.claim.chain)]
  return { ar: messages.sourcesConflict(one, by.ar, other, from.ar).ar, en: messages.sourcesConflict(one, by.en, other, from.en).en }
}
