import type { Bilingual, Hop } from '../../model.ts'

/** One plain sentence for each kind of finding, in Arabic and in English. */
export const messages = {
  figureConflict: (a: string, b: string): Bilingual => ({
    ar: `يذكر الخبر «${a}» و«${b}» للشيء نفسه، ولا يصح العددان معا.`,
    en: `The report gives “${a}” and “${b}” for the same thing; both cannot be right.`,
  }),
  sourcesConflict: (a: string, by: string, b: string, other: string): Bilingual => ({
    ar: `العدد «${a}» بحسب ${by} و«${b}» بحسب ${other} لحدث واحد، ولا يصح العددان معا.`,
    en: `“${a}” according to ${by} and “${b}” according to ${other} are of one event; both cannot be right.`,
  }),
  rounding: (a: string, b: string): Bilingual => ({
    ar: `«${a}» و«${b}» قيمة واحدة، أحدهما مقرّب أو مبهم.`,
    en: `“${a}” and “${b}” are one value, one of them rounded or vague.`,
  }),
  scope: (a: string, b: string): Bilingual => ({
    ar: `«${a}» و«${b}» لا يعدّان الشيء نفسه: أحدهما يشمل من لا يشمله الآخر.`,
    en: `“${a}” and “${b}” do not count the same: one takes in somebody whom the other leaves out.`,
  }),
  sumAgrees: (total: string, parts: readonly string[]): Bilingual => ({
    ar: `مجموع ${list(parts, '«', '»', ' و')} يساوي «${total}».`,
    en: `${list(parts, '“', '”', ' and ')} add up to “${total}”.`,
  }),
  sumConflict: (total: string, parts: readonly string[], sum: number): Bilingual => ({
    ar: `مجموع ${list(parts, '«', '»', ' و')} هو ${sum} وليس «${total}».`,
    en: `${list(parts, '“', '”', ' and ')} add up to ${sum}, not to “${total}”.`,
  }),
  partExceeds: (part: string, whole: string): Bilingual => ({
    ar: `«${part}» جزء من «${whole}» وهو أكبر منه.`,
    en: `“${part}” is a part of “${whole}” and larger than it.`,
  }),
  headlineSure: (title: string, body: string): Bilingual => ({
    ar: `ما يؤكده أول الخبر («${title}») يرد في متنه احتمالا («${body}»).`,
    en: `What the report's head states as fact (“${title}”) its body gives as possible (“${body}”).`,
  }),
  denied: (denied: string, told: string): Bilingual => ({
    ar: `ما ينفيه مصدر («${denied}») يرويه آخر واقعا («${told}»).`,
    en: `What one source denies (“${denied}”) another tells as fact (“${told}”).`,
  }),
  dateConflict: (a: string, b: string): Bilingual => ({
    ar: `للحدث تاريخان لا يجتمعان: «${a}» و«${b}».`,
    en: `One event is given two dates that exclude each other: “${a}” and “${b}”.`,
  }),
  endBeforeStart: (a: string, b: string): Bilingual => ({
    ar: `تنتهي الفترة («${b}») قبل أن تبدأ («${a}»).`,
    en: `The period ends (“${b}”) before it begins (“${a}”).`,
  }),
  afterPublication: (date: string, published: string): Bilingual => ({
    ar: `يروي الخبر ما حدث في «${date}» وتاريخ نشره ${published}.`,
    en: `The report tells of something that happened on “${date}”, after its own date, ${published}.`,
  }),
  overHundred: (share: string, of: string): Bilingual => ({
    ar: `النسبة «${share}» جزء من كل («${of}») وهي أكثر من مئة.`,
    en: `“${share}” is a share of a whole (“${of}”) and more than a hundred per cent.`,
  }),
} as const

const list = (parts: readonly string[], open: string, close: string, and: string): string =>
  parts.map((part) => `${open}${part}${close}`).join(and)

/** How a message names who says a thing. */
export const sourceName = (chain: readonly Hop[]): { ar: string; en: string } => {
  const named = chain.findLast((hop) => hop.named) ?? chain.at(-1)
  return named ? { ar: named.text, en: named.text } : { ar: 'الوسيلة الناشرة', en: 'the outlet itself' }
}
