import type { Link, Reading } from '../../model.ts'
import { compare, makeReading, spanOf } from './build.ts'

/* Four invented reports about one invented siege. Nobody and nothing in them exists. */

const LEAD = `نقلت صحيفة «المرفأ الدولية» عن تقرير نشره معهد مسار للدراسات أن قوات الجبل تحتجز نحو 400 مقاتل و120 امرأة أجنبية في سجن الرحبة.
وأضاف المعهد أن القوات سلمت 30 مقاتلا إلى لواء الفجر مقابل ستة أسرى في 3 أيار 2031.
وقالت مصادر مطلعة للصحيفة إن ثمن خروج المرأة وأطفالها يتراوح بين 6 آلاف و10 آلاف دولار.`

const detailed = `تقرير: صفقات سرية في سجن الرحبة
${LEAD}
وروت سلمى الحمدان، زوجة أحد المحتجزين، أنها دفعت المبلغ عبر وسيط ترك لها رقمه ٠٩٤٤ ١٢٣ ٤٥٦ وحسابه @dar_example. وقالت سلمى إن ابنها ياسر ما زال مفقودا.
وهدد لواء الفجر بإعدام عشرة أسرى إذا لم تفرج القوات عن النساء.
ونفى الناطق باسم قوات الجبل سامر الدالي وجود أي صفقة تبادل. ورفضت وزارة الداخلية التعليق.`

/** The fullest report: an outlet, a newspaper, an institute; a private person; a threat, a denial and a refusal. */
export const first: Reading = makeReading({
  path: 'reports/dafaf.txt',
  text: detailed,
  title: 'تقرير: صفقات سرية في سجن الرحبة',
  outlet: 'موقع ضفاف',
  published: '2031-05-12',
  quantities: {
    q1: { at: 'نحو 400 مقاتل', min: 400, max: 400, modifier: 'about', counted: { at: 'مقاتل', of: 'fighters' } },
    q2: { at: '120 امرأة أجنبية', min: 120, max: 120, counted: { at: 'امرأة أجنبية', of: 'women', sex: 'female', nationality: 'foreign' } },
    q3: { at: '30 مقاتلا', min: 30, max: 30, counted: { at: 'مقاتلا', of: 'fighters' } },
    q4: { at: 'ستة أسرى', min: 6, max: 6, counted: { at: 'أسرى', of: 'prisoners' } },
    q5: { at: 'بين 6 آلاف و10 آلاف دولار', min: 6000, max: 10000, modifier: 'between', unit: 'USD', per: 'المرأة وأطفالها' },
    q6: { at: 'عشرة أسرى', min: 10, max: 10, counted: { at: 'أسرى', of: 'prisoners' } },
  },
  times: { t1: { at: '3 أيار 2031', edtf: '2031-05-03' } },
  places: { p1: { at: { at: 'سجن الرحبة', nth: 2 }, place: 'x-rahba', name: 'Rahba Prison', kind: 'prison' } },
  actors: {
    a1: { at: 'قوات الجبل', actor: 'jabal', type: 'armed-group', name: 'Jabal Forces' },
    a2: { at: 'لواء الفجر', actor: 'fajr', type: 'armed-group', name: 'Fajr Brigade' },
    a3: { at: 'سلمى الحمدان', type: 'person', private: true },
    a4: { at: 'ياسر', type: 'person' },
    a5: { at: 'سامر الدالي', type: 'person' },
  },
  claims: [
    {
      type: 'hold',
      figure: 'q1',
      roles: { custodian: 'a1' },
      place: { place: 'x-rahba', name: 'Rahba Prison', mention: 'p1' },
      in: LEAD.split('\n')[0]!,
      chain: [
        { at: 'صحيفة «المرفأ الدولية»', act: 'report', actor: 'marfa' },
        { at: 'معهد مسار للدراسات', act: 'report', actor: 'masar' },
      ],
    },
    {
      type: 'hold',
      figure: 'q2',
      roles: { custodian: 'a1' },
      place: { place: 'x-rahba', name: 'Rahba Prison', mention: 'p1' },
      in: LEAD.split('\n')[0]!,
      chain: [
        { at: 'صحيفة «المرفأ الدولية»', act: 'report', actor: 'marfa' },
        { at: 'معهد مسار للدراسات', act: 'report', actor: 'masar' },
      ],
    },
    ...(['q3', 'q4'] as const).map((figure) => ({
      type: 'exchange' as const,
      figure,
      roles: { agent: 'a1', counterpart: 'a2' },
      legs: [
        { giver: 'a1', receiver: 'a2', figures: ['q3'] },
        { giver: 'a2', receiver: 'a1', figures: ['q4'], unwilling: true as const },
      ],
      time: { edtf: '2031-05-03', mention: 't1' },
      in: LEAD.split('\n')[1]!,
      chain: [
        { at: 'صحيفة «المرفأ الدولية»', act: 'report' as const, actor: 'marfa' },
        { at: 'المعهد', actor: 'masar' },
      ],
    })),
    {
      type: 'ransom',
      modality: 'generic',
      figure: 'q5',
      in: LEAD.split('\n')[2]!,
      chain: [
        { at: 'للصحيفة', actor: 'marfa' },
        { at: 'مصادر مطلعة', named: false },
      ],
    },
    { type: 'missing', roles: { patient: 'a4' }, in: 'وقالت سلمى إن ابنها ياسر ما زال مفقودا.', chain: [{ at: 'سلمى الحمدان' }] },
    {
      type: 'execute',
      modality: 'conditional',
      figure: 'q6',
      roles: { agent: 'a2' },
      in: 'وهدد لواء الفجر بإعدام عشرة أسرى إذا لم تفرج القوات عن النساء.',
      chain: [{ at: { at: 'لواء الفجر', nth: 2 }, act: 'threaten', actor: 'fajr' }],
    },
    {
      type: 'exchange',
      modality: 'denied',
      roles: { agent: 'a1' },
      in: 'ونفى الناطق باسم قوات الجبل سامر الدالي وجود أي صفقة تبادل.',
      chain: [{ at: 'الناطق باسم قوات الجبل سامر الدالي', act: 'deny', actor: 'jabal' }],
    },
    { type: 'no-comment', in: 'ورفضت وزارة الداخلية التعليق.', chain: [{ at: 'وزارة الداخلية', act: 'decline' }] },
  ],
})

const copied = `صحيفة تكشف صفقات الرحبة
${LEAD}`

/** The same text under another headline, two days later. */
export const copy: Reading = makeReading({
  path: 'reports/nakhil.txt',
  text: copied,
  title: 'صحيفة تكشف صفقات الرحبة',
  outlet: 'شبكة النخيل',
  published: '2031-05-14',
  quantities: {
    q1: { at: 'نحو 400 مقاتل', min: 400, max: 400, modifier: 'about', counted: { at: 'مقاتل', of: 'fighters' } },
    q2: { at: '120 امرأة أجنبية', min: 120, max: 120, counted: { at: 'امرأة أجنبية', of: 'women', sex: 'female', nationality: 'foreign' } },
  },
  actors: { a1: { at: 'قوات الجبل', actor: 'jabal', type: 'armed-group', name: 'Jabal Forces' } },
  claims: (['q1', 'q2'] as const).map((figure) => ({
    type: 'hold' as const,
    figure,
    roles: { custodian: 'a1' },
    in: LEAD.split('\n')[0]!,
    chain: [
      { at: 'صحيفة «المرفأ الدولية»', act: 'report' as const, actor: 'marfa' },
      { at: 'معهد مسار للدراسات', act: 'report' as const, actor: 'masar' },
    ],
  })),
})

const undatedBody = 'وأعلن المجلس المحلي في الرحبة أن قوات الجبل تحتجز 350 مقاتلا، وأن مئات العائلات نزحت.'
const undatedText = `المجلس المحلي: أعداد المحتجزين مبالغ فيها
${undatedBody}
وقتل ثلاثة مدنيين في قرية تل الورد، بينهم ياسر الحمدان.
${undatedBody}`

/** Undated; another origin with another figure; a vague word; a small count in a village; a paragraph that stands there twice. */
export const undated: Reading = makeReading({
  path: 'reports/=council.txt',
  text: undatedText,
  title: 'المجلس المحلي: أعداد المحتجزين مبالغ فيها',
  blocks: [{ kind: 'repeat', at: { at: undatedBody, nth: 2 }, repeats: 1 }],
  quantities: {
    q1: { at: '350 مقاتلا', min: 350, max: 350, counted: { at: 'مقاتلا', of: 'fighters' } },
    q2: { at: 'مئات العائلات', min: 100, modifier: 'hundreds', counted: { at: 'العائلات', of: 'families' } },
    q3: { at: 'ثلاثة مدنيين', min: 3, max: 3, counted: { at: 'مدنيين', of: 'civilians' } },
  },
  places: {
    p1: { at: 'الرحبة', place: 'x-rahba-town', name: 'Rahba', kind: 'city' },
    p2: { at: 'تل الورد', place: 'x-ward', name: 'Tell al-Ward', kind: 'village' },
  },
  actors: {
    a1: { at: 'قوات الجبل', actor: 'jabal', type: 'armed-group', name: 'Jabal Forces' },
    a2: { at: 'ياسر الحمدان', type: 'person', private: true },
  },
  claims: [
    {
      type: 'hold',
      figure: 'q1',
      roles: { custodian: 'a1' },
      in: undatedBody,
      chain: [{ at: 'المجلس المحلي في الرحبة', actor: 'rahba-council' }],
    },
    { type: 'displace', figure: 'q2', in: undatedBody, chain: [{ at: 'المجلس المحلي في الرحبة', actor: 'rahba-council' }] },
    {
      type: 'kill',
      figure: 'q3',
      roles: { patient: 'a2' },
      place: { place: 'x-ward', name: 'Tell al-Ward', mention: 'p2' },
      in: 'وقتل ثلاثة مدنيين في قرية تل الورد، بينهم ياسر الحمدان.',
    },
  ],
})

const sumText = `بيان: 9 آلاف محتجز في المخيم
قال القائمون على حملة «الدرب» إن 7 آلاف امرأة وألفي طفل محتجزون، ثم ذكروا أن المجموع 10 آلاف.
وقتل 3 مدنيين في قرية تل الورد، بحسب سكان.`

/** A report that does not add up, and the village's dead once more. */
export const sums: Reading = makeReading({
  path: 'reports/darb.txt',
  text: sumText,
  title: 'بيان: 9 آلاف محتجز في المخيم',
  outlet: 'بوابة الدرب',
  published: '2031-05-20',
  quantities: {
    q0: { at: '9 آلاف محتجز', min: 9000, max: 9000, counted: { at: 'محتجز', of: 'detainees' } },
    q1: { at: '7 آلاف امرأة', min: 7000, max: 7000, counted: { at: 'امرأة', of: 'women' } },
    q2: { at: 'ألفي طفل', min: 2000, max: 2000, counted: { at: 'طفل', of: 'children' } },
    q3: { at: '10 آلاف', min: 10000, max: 10000 },
    q4: { at: '3 مدنيين', min: 3, max: 3, counted: { at: 'مدنيين', of: 'civilians' } },
  },
  claims: [
    { type: 'hold', figure: 'q0', in: 'بيان: 9 آلاف محتجز في المخيم' },
    ...(['q1', 'q2', 'q3'] as const).map((figure) => ({
      type: 'hold' as const,
      figure,
      in: sumText.split('\n')[1]!,
      chain: [{ at: 'القائمون على حملة «الدرب»', act: 'claim' as const }],
    })),
    { type: 'kill', figure: 'q4', in: sumText.split('\n')[2]!, chain: [{ at: 'سكان', named: false }] },
  ],
  findings: [
    {
      kind: 'sum',
      verdict: 'conflict',
      evidence: ['7 آلاف امرأة', 'ألفي طفل', '10 آلاف'],
      message: { ar: '7,000 و2,000 مجموعهما 9,000، والنص يقول 10,000.', en: '7,000 and 2,000 make 9,000; the text says 10,000.' },
    },
  ],
})

export const readings: Reading[] = [first, copy, undated, sums]

const copyPassage = { a: spanOf(first.report.text, LEAD), b: spanOf(copy.report.text, LEAD) }

export const links: Link[] = [
  {
    kind: 'copy',
    a: { path: first.report.source.path! },
    b: { path: copy.report.source.path! },
    relation: 'near-copy',
    similarity: 0.97,
    passages: [copyPassage],
  },
  compare([first, 'نحو 400 مقاتل'], [copy, 'نحو 400 مقاتل'], {
    verdict: 'agrees',
    independent: false,
    why: { ar: 'القيمة نفسها من أصل واحد.', en: 'The same value from one origin.' },
  }),
  compare([first, '120 امرأة أجنبية'], [copy, '120 امرأة أجنبية'], {
    verdict: 'agrees',
    independent: false,
    why: { ar: 'القيمة نفسها من أصل واحد.', en: 'The same value from one origin.' },
  }),
  compare([first, 'نحو 400 مقاتل'], [undated, '350 مقاتلا'], {
    verdict: 'conflict',
    independent: true,
    why: { ar: '400 و350 لا يصحان معا.', en: '400 and 350 cannot both be right.' },
  }),
  compare([sums, '3 مدنيين'], [undated, 'ثلاثة مدنيين'], {
    verdict: 'agrees',
    independent: 'unknown',
    why: { ar: '3 في كليهما.', en: '3 in both.' },
  }),
]
