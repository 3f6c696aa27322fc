import type { ChainView, ClaimView, MeasureDetail, PointView } from '../../../../../src/api/shapes.ts'
import type { Verdict } from '../../../../../src/model.ts'

/** What a made-up measure is to hold; everything in it is invented. */
export interface Wanted {
  id?: string
  figures: readonly WantedFigure[]
  /** Names of the origins; null for one that is not named. */
  origins?: readonly (string | null)[]
  policy?: MeasureDetail['policy']
  best?: number | null
  drift?: MeasureDetail['drift']
}

export interface WantedFigure {
  min: number | null
  max: number | null
  day?: string | null
  basis?: 'stated' | 'published'
  time?: string | null
  origin?: number
  verdict?: Verdict
  copyOf?: number | null
  outlet?: string | null
}

const reportKey = (index: number): string => index.toString(16).padStart(4, '0').repeat(16)

function claimOf(
  id: string,
  index: number,
  { min, max, outlet = `صحيفة ${index + 1}`, time = null }: WantedFigure,
  origin: string | null,
): ClaimView {
  const text = max === null ? `ما لا يقل عن ${min} سجين` : `${min ?? max} سجينا`
  const before = 'وقالت الجهة إن '
  const hop: ChainView = { text: origin ?? 'مصادر', kind: 'hop', act: 'say', named: origin !== null, origin: true }
  const modifier = max === null ? 'at-least' : min === null ? 'at-most' : min === max ? 'exact' : 'between'
  return {
    key: `${reportKey(index)}:c1`,
    report: reportKey(index),
    outlet,
    outletId: null,
    title: `فرار سجناء من سجن الواحة (${index + 1})`,
    published: '2020-09-09',
    type: 'escape',
    modality: 'actual',
    figure: { id: 'q1', text, start: before.length, end: before.length + text.length, min, max, modifier, unit: 'person', of: 'prisoners' },
    roles: [],
    legs: [],
    time,
    place: { id: 'gn:1', name: 'Sabha', nameAr: 'سبها', text: 'سبها' },
    chain: [{ text: outlet ?? '', kind: 'outlet', named: outlet !== null, origin: false }, hop],
    origin: origin === null ? null : { key: `key-${origin}`, name: origin },
    evidence: {
      text: `${before}${text} فروا من السجن فجر الأحد.`,
      start: 0,
      end: 60,
      figure: { start: before.length, end: before.length + text.length },
      hits: [],
    },
    measure: id,
    contested: true,
  } as ClaimView
}

/** A measure as the server would answer it. */
export function measureOf({
  id = 'made-up',
  figures,
  origins = ['مدير السجن'],
  policy = 'range',
  best = null,
  drift = [],
}: Wanted): MeasureDetail {
  const points = figures.map((figure, index): PointView => {
    const { day = '2020-09-07', basis = 'stated', origin = 0, verdict = 'agrees', copyOf = null } = figure
    const copies = figures.flatMap((other, at) => (other.copyOf === index ? [at] : []))
    const claim = claimOf(id, index, figure, origins[origin] ?? null)
    return { claim, origin, day, basis: day === null ? null : basis, verdict, copies, copyOf }
  })
  const values = figures.flatMap(({ min, max }) => [min, max]).filter((value) => value !== null)
  const by = (value: number): string[] => [
    ...new Set(points.flatMap(({ origin }, i) => ([figures[i]!.min, figures[i]!.max].includes(value) ? (origins[origin] ?? []) : []))),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const of = (origin: number): number[] => points.flatMap((point, at) => (point.origin === origin ? [at] : []))
  return {
    card: {
      ...{ id, type: 'escape', unit: 'person', of: 'prisoners', nationality: null, place: { id: 'gn:1', name: 'Sabha' }, time: '2020-09' },
      range: { low: { value: low, by: by(low) }, high: { value: high, by: by(high) } },
      figures: points.length,
      reports: points.length,
      outlets: points.length,
      origins: origins.length,
      unsure: 0,
      grade: origins.length > 2 ? 'several-origins' : origins.length === 2 ? 'two-origins' : 'single-origin',
      contested: low !== high,
    },
    points,
    origins: origins.map((name, i) => ({
      key: name === null ? null : `key-${name}`,
      name,
      behind: name === null ? ['شهود'] : [],
      outlets: of(i).flatMap((at) => points[at]!.claim.outlet ?? []),
      first: points[of(i)[0] ?? 0]?.day ?? null,
      latest: of(i).at(-1) ?? 0,
      counted: name !== null,
    })),
    comparisons: points.slice(1).map((point, i) => ({
      a: i,
      b: i + 1,
      verdict: point.verdict,
      independent: 'unknown',
      why: { ar: `«${i}» و«${i + 1}» لا تصحّان معا.`, en: `«${i} سجينا» and «${i + 1} سجينا» cannot both be right.` },
    })),
    drift,
    policy,
    best,
  } as MeasureDetail
}

const VERDICTS: readonly Verdict[] = ['agrees', 'conflict', 'rounding', 'scope', 'update', 'compatible']
const LONG = 'الهيئة الوطنية المستقلة لمتابعة أوضاع المحتجزين والمفقودين في المناطق الجنوبية والشرقية'

/** The states that a comparison must stand: by name. */
export const LONG_STATES: Readonly<Record<string, MeasureDetail>> = {
  'one-point': measureOf({ id: 'one-point', figures: [{ min: 118, max: 118 }] }),
  'two-hundred': measureOf({
    id: 'two-hundred',
    origins: Array.from({ length: 14 }, (_, i) => (i === 5 ? null : `مصدر رقم ${i + 1}`)),
    figures: Array.from({ length: 200 }, (_, i) => ({
      min: i % 17 === 0 ? null : 80 + ((i * 37) % 90),
      max: i % 13 === 0 && i % 17 !== 0 ? null : 80 + ((i * 37) % 90) + (i % 11 === 0 ? 25 : 0),
      day: i % 9 === 0 ? null : new Date(Date.UTC(2020, 8, 1 + (i % 60))).toISOString().slice(0, 10),
      basis: i % 4 === 0 ? 'published' : 'stated',
      origin: i % 14,
      verdict: VERDICTS[i % 6]!,
      copyOf: i > 20 && i % 8 === 0 ? i - 20 : null,
    })),
  }),
  'wide-values': measureOf({
    id: 'wide-values',
    origins: ['الأولى', 'الثانية', null],
    figures: [
      { min: 2, max: 2, day: '2018-01-05', verdict: 'conflict' },
      { min: 100, max: null, day: '2018-06-05', origin: 1, verdict: 'compatible' },
      { min: null, max: 900, day: '2019-03-01', time: '2019-03', origin: 2, verdict: 'compatible' },
      { min: 3000, max: 5000, day: '2019-08-01', origin: 1, verdict: 'conflict', basis: 'published' },
      { min: 70000, max: 70000, day: '2020-02-01', verdict: 'conflict', time: '2020' },
    ],
  }),
  undated: measureOf({
    id: 'undated',
    origins: ['مدير السجن', 'إدارة السجون'],
    figures: [118, 118, 120, 123].map((value, i) => ({
      min: value,
      max: value,
      day: null,
      origin: i % 2,
      verdict: i > 2 ? 'conflict' : 'rounding',
    })),
  }),
  'long-names': measureOf({
    id: 'long-names',
    origins: [LONG, `${LONG} (فرع الجنوب)`, 'The Independent Observatory for Detained and Missing Persons of the Southern Region'],
    figures: [
      { min: 118, max: 118, outlet: `وكالة ${LONG}`, verdict: 'conflict' },
      { min: 118, max: 118, day: '2020-09-08', outlet: 'قناة الجنوب', copyOf: 0, verdict: 'agrees' },
      { min: 140, max: 160, day: '2020-09-09', origin: 1, verdict: 'conflict', outlet: null },
      { min: 150, max: null, day: '2020-09-10', origin: 2, verdict: 'update', basis: 'published' },
    ],
    drift: [
      {
        from: 2,
        to: 3,
        kind: 'became-exact',
        message: { ar: 'صار المدى أو العدد المبهم عددا واحدا.', en: 'A range or a vague number became one number.' },
      },
    ],
  }),
}
