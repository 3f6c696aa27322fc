import { describe, it } from 'vitest'
import { checkLayout, LAST, type Layout, LEAD, NEXT, TITLE } from '../../test/support/layouts.ts'

/* Invented reports that name their outlet over the title, in rows, in datelines or only in the prose. */

const layouts: Layout[] = [
  {
    name: 'the outlet over the title: agency, network, site',
    lines: ['وكالة السنديان للأنباء', TITLE, '15/06/2018', LEAD, NEXT],
    outlet: 'وكالة السنديان للأنباء',
    noise: ['وكالة السنديان', '15/06'],
  },
  { name: 'a site over the title', lines: ['السنديان نيوز', '', TITLE, '', LEAD, NEXT], outlet: 'السنديان نيوز', noise: ['السنديان نيوز'] },
  {
    name: 'a title that opens with a kind of outlet is a title',
    lines: ['شبكة تهريب في قبضة الأمن بعد وساطة', LEAD, NEXT],
    title: 'شبكة تهريب في قبضة الأمن بعد وساطة',
    outlet: null,
  },
  {
    name: 'a row of outlet, section and counter under the title',
    lines: [TITLE, 'شبكة السنديان الإخبارية | أخبار محلية | 3.511 مشاهدة', '', LEAD, NEXT],
    outlet: 'شبكة السنديان الإخبارية',
    published: null,
    noise: ['شبكة السنديان'],
    body: [LEAD],
  },
  {
    name: 'sections and a country over the title, standfirst in points, author and date',
    lines: [
      'الدول العربية, سوريا',
      TITLE,
      '- اللجنة المحلية قالت إن قائمة ثانية من العمال ستعلن في وقت قريب',
      'سامي كامل | 15.06.2018',
      '',
      'دمشق/ سامي كامل/ الأناضول',
      '',
      LEAD,
      NEXT,
      'هذا الخبر مختصر لمن لم يشترك. تواصل معنا للاشتراك.',
    ],
    outlet: 'الأناضول',
    published: '2018-06-15',
    credits: ['الأناضول'],
    noise: ['الدول العربية', 'سامي كامل | 15', 'دمشق/ سامي', 'هذا الخبر مختصر'],
    body: ['- اللجنة المحلية', LEAD, NEXT],
  },
  { name: 'crumbs over the title', lines: ['الرئيسية › أخبار العراق › أمن', TITLE, LEAD, NEXT], noise: ['الرئيسية'], outlet: null },
  {
    name: 'a country before the title, with a bar',
    lines: ['سوريا | خروج سبعة عمال', 'وساطة محلية أنهت احتجازهم في الريف الغربي بعد أيام', LEAD, NEXT],
    title: 'سوريا | خروج سبعة عمال',
  },
  {
    name: 'a title in two halves is no row',
    lines: ['سوريا / خروج سبعة عمال', LEAD, NEXT],
    title: 'سوريا / خروج سبعة عمال',
  },
  {
    name: 'the desk before the title, on its line',
    lines: [`سياسي / ${TITLE}`, 'جدة 1 شوال 1439 هـ الموافق 15 يونيو 2018 م واس', LEAD, NEXT],
    published: '2018-06-15',
    noise: ['سياسي /'],
  },
  {
    name: 'dateline of place, date and name',
    lines: [TITLE, `جنين 15-6-2018 السنديان- ${LEAD}`, NEXT],
    published: '2018-06-15',
    noise: ['جنين 15'],
    body: [LEAD],
  },
  {
    name: 'a name between brackets in the dateline',
    lines: [TITLE, `نواكشوط (السنديان) - ${LEAD}`, NEXT],
    noise: ['نواكشوط'],
    body: [LEAD],
  },
  { name: 'a place alone in the dateline stays prose', lines: [TITLE, `تمبكتو - ${LEAD}`, NEXT], body: ['تمبكتو', LEAD] },
  { name: 'a place between brackets in the dateline stays prose', lines: [TITLE, `غاو (مالي)- ${LEAD}`, NEXT], body: ['غاو', LEAD] },
  {
    name: 'a site that leads its own report',
    lines: [TITLE, `السنديان نيوز/ ${LEAD}`, NEXT],
    outlet: 'السنديان نيوز',
    noise: ['السنديان نيوز/'],
  },
  { name: 'a listed agency site that leads its report', lines: [TITLE, `شفق نيوز/ ${LEAD}`, NEXT], outlet: 'شفق نيوز' },
  { name: 'quoted in the dateline', lines: [TITLE, `طرابلس - «السنديان»: ${LEAD}`, NEXT], outlet: 'السنديان', noise: ['طرابلس - «'] },
  {
    name: 'an agency between brackets with no mark behind it',
    lines: [TITLE, `الرباط/ 5 يونيو 2020 (ومع) ${LEAD}`, NEXT],
    outlet: null,
    credits: ['ومع'],
    noise: ['الرباط'],
  },
  {
    name: 'a paper between brackets in the first sentence is prose',
    lines: [TITLE, 'وذكرت صحيفة (الحياة) في عددها الأخير أن سبعة عمال خرجوا من مبنى قديم.', NEXT],
    outlet: null,
    body: ['وذكرت صحيفة', 'في عددها'],
  },
  { name: 'one word beside a byline word', lines: [TITLE, 'السنديان - متابعات', LEAD, NEXT], outlet: 'السنديان' },
  { name: 'a town beside a byline word', lines: [TITLE, 'الضالع - خاص', LEAD, NEXT], outlet: null },
  { name: 'place, person, outlet', lines: [TITLE, 'حلب - محمد سالم - السنديان', LEAD, NEXT], outlet: 'السنديان', byline: 'محمد سالم' },
  { name: 'a section behind the date', lines: [TITLE, '5 يونيو 2020 | السلم والأمن', LEAD, NEXT], outlet: null, published: '2020-06-05' },
  {
    name: 'a time, a dash and a date',
    lines: [TITLE, 'نشر: 10:15-5 يونيو 2020 م ـ 13 شوال 1441 هـ', LEAD, NEXT],
    outlet: null,
    published: '2020-06-05T10:15',
  },
  {
    name: 'a correspondent is no outlet',
    lines: [TITLE, 'ليلى نوري', 'نيروبي - مراسلة شؤون القرن الأفريقي', '15 يونيو 2018', 'آخر تحديث: اليوم الساعة 10:20 غرينتش', LEAD, NEXT],
    outlet: null,
    noise: ['ليلى نوري', 'نيروبي', 'آخر تحديث'],
  },
  {
    name: 'a source line that the prose speaks of as its own',
    lines: [TITLE, '15/06/2018', 'المصدر: "صوت السنديان"', LEAD, 'وأوضح مصدر لـ"صوت السنديان" أن القائمة الثانية قريبة.'],
    outlet: 'صوت السنديان',
  },
  { name: 'whoever is spoken to', lines: [TITLE, LEAD, 'وأوضح مصدر لـ«السنديان» أن القائمة الثانية قريبة.'], outlet: 'السنديان' },
  {
    name: 'whom somebody belongs to is not spoken to',
    lines: [TITLE, LEAD, 'وأوقفت الشرطة 46 مشتبها بانتمائهم لـ"السنديان" في ست ولايات.'],
    outlet: null,
  },
  { name: 'how long ago it was brought up to date', lines: [TITLE, '21 فبراير/ شباط 2024', 'آخر تحديث قبل 3 ساعات', LEAD], outlet: null },
  {
    name: 'an agency that is spoken to is no outlet',
    lines: [TITLE, LEAD, 'وأوضح مصدر لـ«رويترز» أن القائمة الثانية قريبة.'],
    outlet: null,
  },
  {
    name: 'a paper that is named as one is spoken to by others',
    lines: [TITLE, LEAD, 'وأوضح مصدر لصحيفة «السنديان» أن القائمة الثانية قريبة.'],
    outlet: null,
  },
  {
    name: 'who holds a copy',
    lines: [TITLE, LEAD, 'وأفادت اللجنة في بيان تلقت "السنديان نت" نسخة منه أن القائمة قريبة.'],
    outlet: 'السنديان نت',
  },
  {
    name: 'who got the statement',
    lines: [TITLE, 'وقالت اللجنة في بيان تلقته "السنديان" إن القائمة الثانية قريبة.', NEXT],
    outlet: 'السنديان',
  },
  {
    name: "a holder's mark behind a caption of a whole sentence",
    lines: [TITLE, 'عمال لدى وصولهم إلى مكان لم يكشف عنه. © أ ن م / أرشيف', LEAD, NEXT],
    noise: ['عمال لدى'],
    body: [LEAD],
  },
  {
    name: 'a caption with a date and an agency',
    lines: [TITLE, 'عمال يغادرون المبنى القديم، 3 مايو 2017 (أ ف ب)', '15/06/2018', LEAD, NEXT],
    outlet: null,
    published: '2018-06-15',
    noise: ['عمال يغادرون'],
  },
  {
    name: 'calls to follow behind other words, and the end',
    lines: [TITLE, LEAD, LAST, '- انتهى -', 'لمزيد من الأخبار اشتركوا في قناتنا على تلغرام'],
    noise: ['- انتهى', 'لمزيد من'],
    body: [LAST],
  },
  {
    name: 'calls to follow, spelled as in Egypt',
    lines: [TITLE, LEAD, LAST, 'لمتابعه اخر الاخبار اشترك فى قناتنا على تليجرام'],
    noise: ['لمتابعه'],
    body: [LAST],
  },
  {
    name: 'an agency as the first part of another name is not credited',
    lines: [TITLE, 'سبأ برس - مأرب - خاص:', LEAD, NEXT],
    outlet: 'سبأ برس',
    credits: [],
  },
]

describe('outlets', () => {
  it.each(layouts)('$name', checkLayout)
})
