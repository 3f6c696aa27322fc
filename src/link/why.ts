import type { Bilingual } from '../model.ts'
import type { Figure } from './figures.ts'
import type { Judged, Reason } from './verdict.ts'

type Says = (part: string, whole: string) => string
const sentences: Record<Reason, { en: Says; ar: Says }> = {
  'same-value': { en: (f, g) => `${f} and ${g} give the same value.`, ar: (f, g) => `${f} و${g}: القيمة نفسها.` },
  'bounds-allow': {
    en: (f, g) => `${f} and ${g}: one is approximate, and the other lies within its bounds.`,
    ar: (f, g) => `${f} و${g}: إحداهما تقريبية والأخرى ضمن حدودها.`,
  },
  'part-of-people': { en: (f, g) => `${f} counts a part of the people that ${g} counts.`, ar: (f, g) => `${f} تعدّ جزءا ممن تعدّهم ${g}.` },
  'part-of-type': {
    en: (f, g) => `${f} counts one kind of harm, ${g} several together.`,
    ar: (f, g) => `${f} تعدّ نوعا واحدا من الضرر، و${g} تجمع أنواعا.`,
  },
  'part-of-time': {
    en: (f, g) => `${f} counts a part of the time that ${g} counts.`,
    ar: (f, g) => `${f} تغطي جزءا من المدة التي تغطيها ${g}.`,
  },
  'part-of-place': {
    en: (f, g) => `${f} counts a part of the area that ${g} counts.`,
    ar: (f, g) => `${f} تغطي جزءا من المنطقة التي تغطيها ${g}.`,
  },
  'beside-one': {
    en: (f, g) => `${f} leaves out one who is named beside them; ${g} counts all.`,
    ar: (f, g) => `${f} لا تشمل من ذُكر معهم، و${g} تشمل الجميع.`,
  },
  batch: {
    en: (f, g) => `${f} counts one batch, ${g} more than that batch.`,
    ar: (f, g) => `${f} تعدّ دفعة واحدة، و${g} أكثر من تلك الدفعة.`,
  },
  'later-toll': { en: (f, g) => `${g} is a later count of what ${f} counts.`, ar: (f, g) => `${g} حصيلة لاحقة لما تعدّه ${f}.` },
  'still-rising': {
    en: (f, g) => `${f} and ${g} count a toll that was still rising; the lower is likely the older count.`,
    ar: (f, g) => `${f} و${g} تعدّان حصيلة كانت ما تزال ترتفع، والأدنى هي الأقدم على الأرجح.`,
  },
  revised: { en: (f, g) => `${g} revises ${f}: one source stands behind both.`, ar: (f, g) => `${g} تصحيح لـ${f}: المصدر واحد.` },
  exclude: { en: (f, g) => `${f} and ${g} cannot both be right.`, ar: (f, g) => `${f} و${g} لا تصحّان معا.` },
  'not-yet': {
    en: (f, g) => `One of ${f} and ${g} was announced or expected, the other happened.`,
    ar: (f, g) => `إحدى القيمتين ${f} و${g} معلنة أو متوقعة، والأخرى مما وقع.`,
  },
  'both-open': {
    en: (f, g) => `${f} and ${g} are both open bounds: neither excludes the other.`,
    ar: (f, g) => `${f} و${g} حدّان مفتوحان لا ينفي أحدهما الآخر.`,
  },
  'order-unknown': {
    en: (f, g) => `${f} and ${g} differ, but it is not known which count is later.`,
    ar: (f, g) => `${f} و${g} مختلفتان، ولا يُعرف أيهما أحدث.`,
  },
}

/** One plain sentence in both languages that says why a verdict was given, with both figures and who gives them. */
export function whyOf(f: Figure, g: Figure, { reason, part }: Judged): Bilingual {
  const [first, second] = part === 'g' ? [g, f] : [f, g]
  const { en, ar } = sentences[reason]
  return {
    en: en(named(first, 'the report itself', ' '), named(second, 'the report itself', ' ')),
    ar: ar(named(first, 'التقرير نفسه', ' '), named(second, 'التقرير نفسه', ' ')),
  }
}

const named = (figure: Figure, own: string, gap: string): string => `«${figure.text}»${gap}(${figure.source ?? own})`
