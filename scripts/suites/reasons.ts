import type { Case } from './cases.ts'

/** Words of Levantine, Gulf and Egyptian speech that news does not write. */
const SPOKEN =
  /(^|[\s"'(])(ال)?(هاي|هذي|هاد|جاي|الجاي|الجاية|بكرا|بكره|بكرة|اسا|هلق|هلأ|امبارح|مبارح|نص|ونص|تلت|تلات|تلاتة|تلاثة|اربعتاشر|خمستاشر|عشرينات|نهار|اليوميات|حدعش|طنعش|شوي|كمان|الساعه|للخمسة|للثمانية|للستة|للثامنة|للسبعة|للتسعة|للعشرة|للوحدة|وحدة|ثنتين|ثنين|تنتين)(?=$|[\s"').,؟!])/u
/** Words with which one speaks to an assistant. */
const REQUEST =
  /(كورتانا|ضبط المنبه|اضبط|حدد|سأعود|سأخرج|سأغادر|سأترك|سأرحل|سأكون|سأعيش|سأذهب|سألقاك|احجز|حجز|ذكرني|التقويم|اجتماع|نجتمع|نلتقي|أريني|احذف|أرني|موعد|عدت|سأغير|تغيير|دعنا|دعونا|هل يمكن|مكالمة|سكايب|المنبه)/u
const SYMBOLS = /[\^=<>]|e\d|https?:|\d[kKMGTB]\b/u

/** Why a case fails, in one phrase. */
export function reasonOf(one: Case): string {
  const { text } = one
  if (one.suite.includes('RelativeOrdinal') || one.type === 'ordinal.relative') return 'relative ordinals (last, next) are no figures'
  if (one.suite.includes('/Set')) return 'recurring times are not read'
  if (one.suite.includes('Holiday') || text.includes('عيد') || text.includes('رأس السنة')) return 'holidays are not read'
  if (SYMBOLS.test(text)) return 'formula or address'
  if (one.suite.startsWith('nemo') && (one.type === 'decimal' || one.type === 'percent')) return 'spoken decimals'
  if (SPOKEN.test(text)) return 'dialect'
  if (one.negative) return 'ours: read where the suite wants nothing'
  if (REQUEST.test(text) && one.suite.startsWith('recognizers')) return 'assistant request'
  return 'ours'
}
