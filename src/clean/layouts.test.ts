import { describe, expect, it } from 'vitest'
import { cleanText } from './plain.ts'

/* Invented reports in the page layouts of many outlets. */

const TITLE = 'وساطة محلية تنهي احتجاز سبعة عمال في الريف الغربي'
const LEAD = 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي بعد وساطة استمرت أياما.'
const NEXT = 'وأضافت اللجنة أن قائمة ثانية ستعلن قريبا، من دون أن تحدد عدد من تشملهم.'
const LAST = 'ولم يصدر تعليق من الجهة التي احتجزتهم.'

interface Layout {
  name: string
  lines: string[]
  title?: string
  outlet?: string | null
  published?: string | null
  updated?: string
  byline?: string
  credits?: string[]
  /** Must be no prose. */
  noise?: string[]
  /** Must be prose. */
  body?: string[]
}

const layouts: Layout[] = [
  {
    name: 'label, day names, zone of Mecca',
    lines: [
      'أخبار',
      'سوريا',
      TITLE,
      'الجزيرة نت - دمشق',
      'الجمعة 15/6/2018 - 22:46 (توقيت مكة المكرمة)',
      '',
      LEAD,
      '',
      NEXT,
      '',
      LAST,
      '',
      'المصدر : الجزيرة + وكالات',
    ],
    outlet: 'الجزيرة نت',
    published: '2018-06-15T22:46+03:00',
    credits: ['الجزيرة'],
    noise: ['أخبار', 'سوريا', 'الجزيرة نت - دمشق', 'الجمعة 15/6/2018', 'المصدر : الجزيرة'],
  },
  {
    name: 'date and time bar with GMT and a short link',
    lines: [
      TITLE,
      '',
      'تاريخ النشر: 15.06.2018 | 19:46 GMT |',
      'آخر تحديث: 15.06.2018 | 20:10 GMT | أخبار العالم العربي',
      'صورة أرشيفية لمبنى في الريف الغربي',
      'Sputnik Someone Name Here',
      'انسخ الرابط',
      '123',
      LEAD,
      NEXT,
      LAST,
      'المصدر: رويترز',
      'تابعوا RT على',
    ],
    published: '2018-06-15T19:46Z',
    updated: '2018-06-15T20:10Z',
    credits: ['رويترز'],
    noise: ['تاريخ النشر', 'آخر تحديث', 'صورة أرشيفية', 'Sputnik Someone', 'انسخ الرابط', '123', 'المصدر: رويترز', 'تابعوا RT'],
  },
  {
    name: 'agency dateline with slashes',
    lines: [
      TITLE,
      'أبوظبي في 15 يونيو / وام / قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي.',
      NEXT,
      'وام/محمد نبيل/سامر كامل',
    ],
    outlet: null,
    published: null,
    credits: ['وام'],
    noise: ['وام/محمد نبيل'],
    body: ['أبوظبي في 15', NEXT],
  },
  {
    name: 'dateline with a whole Hijri and common date',
    lines: [TITLE, '', 'الرياض 1 شوال 1439 هـ الموافق 15 يونيو 2018 م واس', LEAD, NEXT, '// انتهى //', '22:46ت م', '0193'],
    published: '2018-06-15',
    credits: ['واس'],
    noise: ['الرياض 1 شوال', '// انتهى //', '0193'],
    body: [LEAD],
  },
  {
    name: 'dateline with a year inside the first paragraph',
    lines: [TITLE, 'صنعاء - سبأ: 15 يونيو 2018 - قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي.', NEXT],
    credits: ['سبأ'],
    body: ['قالت لجنة'],
  },
  {
    name: 'byline, agencies and brackets',
    lines: [TITLE, '', 'غزة/ ياسر أبو سمرة/ الأناضول', '', LEAD, '', NEXT, '', 'بعض الأخبار التي تنشر على الموقع مأخوذة عن الخدمة.'],
    credits: ['الأناضول'],
    noise: ['غزة/ ياسر'],
    body: [LEAD, NEXT],
  },
  {
    name: 'agency bracket after the date line',
    lines: [TITLE, 'بيروت ـ «القدس العربي»:', LEAD, NEXT, LAST],
    outlet: 'القدس العربي',
    noise: ['بيروت ـ'],
    body: [LEAD],
  },
  {
    name: 'initials, agencies and share at the end',
    lines: [
      TITLE,
      LEAD,
      NEXT,
      LAST,
      'ح.ز/ ع.ش (أ ف ب، رويترز)',
      'مواضيع ذات صلة',
      'كيف يعيش سكان الريف بعد الهدنة؟',
      'جولة مفاوضات جديدة في العاصمة',
      'تاريخ 15.06.2018',
      'كلمات مفتاحية سوريا، وساطة',
      'شارك',
      'إرسال  Facebook  Twitter  المزيد',
      'طباعة طباعة هذه الصفحة',
    ],
    published: '2018-06-15',
    credits: ['أ ف ب', 'رويترز'],
    noise: ['ح.ز/ ع.ش', 'مواضيع ذات صلة', 'كيف يعيش', 'جولة مفاوضات', 'تاريخ 15', 'إرسال  Facebook', 'شارك'],
    body: [LEAD, LAST],
  },
  {
    name: 'caption elements and time ago',
    lines: [
      TITLE,
      '15 يونيو/ حزيران 2018',
      'صدر الصورة، Getty Images',
      'التعليق على الصورة،',
      'مبنى قديم في الريف الغربي',
      LEAD,
      'اقرأ أيضاً:',
      'كيف يعيش سكان الريف بعد الهدنة؟',
      'جولة مفاوضات جديدة في العاصمة',
      NEXT,
      LAST,
    ],
    published: '2018-06-15',
    noise: ['15 يونيو/ حزيران', 'صدر الصورة', 'التعليق على الصورة', 'اقرأ أيضاً', 'كيف يعيش', 'جولة مفاوضات'],
    body: [LEAD, NEXT, LAST],
  },
  {
    name: 'newspaper with counters and author first',
    lines: [
      'الرئيسية / أخبار سوريا',
      TITLE,
      'سامر الحلبي',
      '15 حزيران 2018 - 10:12 ص',
      '1250 مشاهدة',
      '0 تعليق',
      LEAD,
      NEXT,
      LAST,
      'الوسوم',
      'سوريا',
      'الريف الغربي',
      'اترك تعليقاً',
      'لن يتم نشر عنوان بريدك الإلكتروني.',
    ],
    outlet: null,
    byline: 'سامر الحلبي',
    published: '2018-06-15T10:12',
    noise: ['الرئيسية', 'سامر الحلبي', '15 حزيران', '1250', '0 تعليق', 'الوسوم', 'اترك تعليقاً', 'لن يتم نشر'],
    body: [LEAD, LAST],
  },
  {
    name: 'Egyptian daily: kteb and weekday',
    lines: [
      TITLE,
      'الجمعة، 15 يونيو 2018 07:46 م',
      'كتب: محمود عبد الغني ومحمد جمال',
      LEAD,
      NEXT,
      LAST,
      'لا تفوتك',
      'موضوعات متعلقة',
      '- كيف يعيش سكان الريف بعد الهدنة',
      '- جولة مفاوضات جديدة في العاصمة',
    ],
    published: '2018-06-15T19:46',
    byline: 'محمود عبد الغني ومحمد جمال',
    noise: ['الجمعة، 15', 'كتب: محمود', 'موضوعات متعلقة', '- كيف يعيش', '- جولة'],
    body: [LEAD, LAST],
  },
  {
    name: 'Maghreb months and a photo agency',
    lines: [TITLE, 'هسبريس - طارق بنهدا', 'الجمعة 15 يونيو 2018 - 19:46', 'صورة: أ ف ب', LEAD, NEXT, LAST],
    outlet: 'هسبريس',
    published: '2018-06-15T19:46',
    noise: ['هسبريس - طارق', 'الجمعة 15', 'صورة: أ ف ب'],
  },
  {
    name: 'Tunisian months',
    lines: [TITLE, 'نُشر في 15 جوان 2018 (19:46)', LEAD, NEXT],
    published: '2018-06-15T19:46',
    noise: ['نُشر في 15 جوان'],
    body: [LEAD],
  },
  {
    name: 'Moroccan months',
    lines: [TITLE, 'الأربعاء 15 غشت 2018', LEAD, NEXT],
    published: '2018-08-15',
  },
  {
    name: 'WordPress: month first and author',
    lines: [TITLE, 'بواسطة فريق التحرير', 'يونيو 15, 2018', 'آخر تحديث: يونيو 16, 2018', LEAD, NEXT],
    published: '2018-06-15',
    updated: '2018-06-16',
    noise: ['بواسطة', 'يونيو 15'],
  },
  {
    name: 'Arabic-Indic digits',
    lines: [TITLE, '١٥ حزيران ٢٠١٨ ، آخر تحديث ١٧:٣٠', LEAD, NEXT],
    published: '2018-06-15',
    updated: '2018-06-15T17:30',
    noise: ['١٥ حزيران'],
  },
  {
    name: 'month before day where the other date leaves no doubt',
    lines: [TITLE, '06/05/2018', LEAD, NEXT, 'آخر تحديث: 2018-06-05 12:00'],
    published: '2018-06-05',
  },
  {
    name: 'no date at all: none is invented',
    lines: [TITLE, 'قالت لجنة محلية اليوم السبت إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي.', NEXT],
    published: null,
    outlet: null,
  },
  {
    name: 'a date in the first sentence is prose',
    lines: [TITLE, 'أعلنت لجنة محلية في 15 حزيران 2018 أن سبعة عمال خرجوا من مبنى قديم في الريف الغربي.', NEXT],
    published: null,
    body: ['أعلنت لجنة'],
  },
  {
    name: 'an outlet that speaks of its own correspondent',
    lines: [
      TITLE,
      '15/06/2018',
      'أكد رئيس اللجنة في تصريح لموزاييك أف أم أن سبعة عمال خرجوا من مبنى قديم.',
      'وأوضح محدثنا أن قائمة ثانية ستعلن قريبا.',
    ],
    outlet: 'موزاييك أف أم',
    published: '2018-06-15',
  },
  {
    name: 'a paper that people spoke to is not the outlet',
    lines: [TITLE, '15/06/2018', 'أكد رئيس اللجنة في تصريح لموزاييك أف أم أن سبعة عمال خرجوا من مبنى قديم.', NEXT],
    outlet: null,
  },
  {
    name: 'subheads, lists and questions stay prose',
    lines: [TITLE, '', LEAD, '', 'لماذا استمرت الوساطة؟', '', NEXT, '', 'شروط الطرفين', '', LAST],
    body: ['لماذا استمرت', 'شروط الطرفين', LAST],
  },
  {
    name: 'captions of several makes',
    lines: [
      TITLE,
      '',
      'عمال أمام المبنى القديم (أرشيف)',
      LEAD,
      'عمال أمام المبنى القديم - رويترز',
      NEXT,
      'جانب من الوساطة في الريف الغربي (تويتر)',
      'Workers leave an old building in the western countryside, June 15, 2018. REUTERS/Someone',
      LAST,
    ],
    noise: ['عمال أمام المبنى القديم (أرشيف)', 'عمال أمام المبنى القديم - رويترز', 'Workers leave'],
    body: [LEAD, NEXT, LAST],
  },
  {
    name: 'links inside a paragraph',
    lines: [TITLE, `${LEAD} (اقرأ أيضا: كيف يعيش سكان الريف بعد الهدنة)`, `${NEXT} اقرأ أيضا: جولة مفاوضات جديدة في العاصمة`, LAST],
    noise: ['(اقرأ أيضا', 'اقرأ أيضا: جولة'],
    body: [LEAD, NEXT, LAST],
  },
  {
    name: 'agency behind the last sentence',
    lines: [TITLE, LEAD, NEXT, `${LAST} (د ب أ)`],
    credits: ['د ب أ'],
    noise: ['(د ب أ)'],
    body: [LAST],
  },
  {
    name: 'all rights reserved and newsletter',
    lines: [TITLE, LEAD, NEXT, LAST, 'اشترك في نشرتنا البريدية ليصلك كل جديد', 'جميع الحقوق محفوظة © 2018', 'من نحن', 'سياسة الخصوصية'],
    published: null,
    noise: ['اشترك في نشرتنا', 'جميع الحقوق', 'من نحن', 'سياسة الخصوصية'],
  },
  {
    name: 'hashtags and tags',
    lines: [TITLE, LEAD, NEXT, LAST, '#سوريا #الريف_الغربي', 'كلمات دلالية: وساطة، عمال'],
    noise: ['#سوريا', 'كلمات دلالية'],
    body: [LAST],
  },
  {
    name: 'standfirst that the lead repeats in other words',
    lines: [TITLE, 'سبعة عمال يغادرون مبنى قديما في الريف الغربي بعد أيام من الوساطة', LEAD, NEXT],
    body: ['سبعة عمال يغادرون', LEAD],
  },
  {
    name: 'a title that opens with a word of bylines, films or dates',
    lines: ['تقرير: سبعة عمال يغادرون مبنى قديما', '15/06/2018', LEAD, NEXT],
    title: 'تقرير: سبعة عمال يغادرون مبنى قديما',
  },
  { name: 'a title about a film', lines: ['فيديو: خروج سبعة عمال من مبنى قديم', LEAD, NEXT], title: 'فيديو: خروج سبعة عمال من مبنى قديم' },
  {
    name: 'a title with a date',
    lines: ['حصيلة الوساطات في الريف حتى 15 حزيران 2018', LEAD, NEXT],
    title: 'حصيلة الوساطات في الريف حتى 15 حزيران 2018',
    published: null,
  },
  {
    name: 'a title that ends in an agency',
    lines: ['خروج سبعة عمال من مبنى قديم - رويترز', LEAD, NEXT],
    title: 'خروج سبعة عمال من مبنى قديم - رويترز',
  },
  {
    name: 'prose that ends in the name of an agency or paper',
    lines: [
      TITLE,
      LEAD,
      'وأكدت اللجنة ذلك، بحسب ما نقلت "رويترز".',
      'ونشرت الخبر أيضا صحيفة «الحياة»',
      'وقال شاهد إن العمال بخير، وفق وكالة "سانا"',
    ],
    body: [LEAD, 'وأكدت', '"رويترز"', 'ونشرت', 'الحياة', 'وقال شاهد', '"سانا"'],
    credits: [],
  },
  {
    name: 'prose that opens with words of furniture',
    lines: [
      TITLE,
      LEAD,
      'للمزيد من الضمانات طلبت اللجنة حضور وجهاء من القرى المجاورة.',
      'نشر الجيش في 15 حزيران 2018 قوات عند مدخل الريف الغربي.',
      'كتب رئيس اللجنة على صفحته أن العمال بخير وأنهم عادوا إلى بيوتهم.',
      'المصدر نفسه قال إن القائمة الثانية ستعلن قريبا.',
      'صور نشرها ناشطون أظهرت العمال عند خروجهم من المبنى.',
      'تابعوا سيرهم بعد ذلك نحو القرى المجاورة.',
      LAST,
    ],
    body: ['للمزيد', 'نشر الجيش', 'كتب رئيس', 'المصدر نفسه', 'صور نشرها', 'تابعوا سيرهم', LAST],
    published: null,
  },
  {
    name: 'iso stamp',
    lines: [TITLE, '2018-06-15T22:46:52+03:00', LEAD],
    published: '2018-06-15T22:46+03:00',
  },
  {
    name: 'bidi marks and zero-width characters in the header',
    lines: [`\u200f${TITLE}\u200f`, '\u200f\u202b15/06/2018\u202c', `\u200f${LEAD}`],
    title: TITLE,
    published: '2018-06-15',
  },
]

const kindAt = (text: string, words: string, blocks: ReturnType<typeof cleanText>['blocks']): string => {
  const at = text.indexOf(words)
  return at < 0 ? 'absent' : (blocks.find((block) => block.start <= at && at < block.end)?.kind ?? 'none')
}

describe('page layouts', () => {
  it.each(layouts)('$name', (layout) => {
    const text = layout.lines.join('\n')
    const cleaned = cleanText(text, {})
    expect(cleaned.title?.replace(/[\u200f\u202b\u202c]/gu, '')).toBe(layout.title ?? TITLE)
    if (layout.outlet !== undefined) expect(cleaned.outlet).toBe(layout.outlet)
    if (layout.published !== undefined) expect(cleaned.published?.edtf ?? null).toBe(layout.published)
    if (layout.updated !== undefined) expect(cleaned.updated?.edtf).toBe(layout.updated)
    if (layout.byline !== undefined) expect(cleaned.byline).toBe(layout.byline)
    if (layout.credits) expect(cleaned.credits.map((one) => one.text)).toEqual(layout.credits)
    const kinds = (list: string[]): string[] => list.map((words) => `${kindAt(text, words, cleaned.blocks)}: ${words}`)
    expect(kinds(layout.noise ?? []).filter((one) => /^(?:body|title|absent):/u.test(one))).toEqual([])
    expect(kinds(layout.body ?? []).filter((one) => !one.startsWith('body:'))).toEqual([])
  })
})
