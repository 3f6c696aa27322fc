import { describe, expect, it } from 'vitest'
import { detectLanguage } from './language.ts'

describe('language', () => {
  it.each([
    ['ar', 'قالت لجنة محلية إن سبعة عمال خرجوا من مبنى قديم في الريف الغربي.'],
    ['ar', 'مقتل ستة في بغداد'],
    ['ar', 'قال بيتر پاركر من شركة گوگل إن المكتب في المدينة سيغلق أبوابه قريبا، وأضاف أن العمال عادوا.'],
    ['fa', 'یک کمیته محلی گفت که هفت کارگر پس از میانجیگری از ساختمانی قدیمی بیرون آمدند و به خانه‌هایشان بازگشتند.'],
    ['fa', 'وزير امور خارجه گفت كه مذاكرات پس از سه روز به پايان رسيد و نتيجه آن به زودي اعلام مي شود چون گزارش ها متفاوت است'],
    ['ur', 'ایک مقامی کمیٹی نے کہا ہے کہ سات مزدور ایک پرانی عمارت سے باہر نکل آئے ہیں اور گھر لوٹ گئے۔'],
    ['ckb', 'لیژنەیەکی ناوخۆیی ڕایگەیاند کە حەوت کرێکار لە بینایەکی کۆن هاتنە دەرەوە و گەڕانەوە ماڵەوە.'],
    ['ps', 'یوې سیمه ییزې کمېټې وویل چې اووه کارګر له یوې زړې ودانۍ څخه راووتل او خپلو کورونو ته ستانه شول.'],
    ['en', 'A local committee said that seven workers walked out of an old building after days of mediation.'],
    ['fr', 'Un comité local a déclaré que sept ouvriers étaient sortis du vieux bâtiment après des jours de médiation.'],
    ['tr', 'Yerel bir komite, yedi işçinin günler süren arabuluculuğun ardından eski binadan çıktığını söyledi.'],
    ['und', '123 456 !!!'],
    ['und', ''],
  ])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language))
})
