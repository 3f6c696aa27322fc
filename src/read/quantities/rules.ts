/*
 * The rules that read quantities, by the names that `why` gives them, each with texts in which it must and must not hold.
 * The code of each lies in the file named; values are written 'min..max modifier unit population'.
 */

/** A quantity rule with its examples. */
export interface QuantityRule {
  name: string
  /** File beside this one that holds its code. */
  file: string
  says: string
  examples: readonly (readonly [text: string, value: string])[]
  not: readonly string[]
}

export const quantityRules: readonly QuantityRule[] = [
  {
    name: 'figure.noun',
    file: 'heads.ts',
    says: 'a number with its noun directly behind it',
    examples: [
      ['تسلمت البلدة 20 ألفاً ومائتي سلة', '20200 basket baskets'],
      ['وصل نحو مئة لاجئ', '100 about person refugees'],
      ['أصيب 9 أطفال على الأقل', '9.. at-least person children'],
      ['مئات النازحات في المدرسة', '100.. hundreds person displaced'],
      ['ثلاثة شبان مسلحين', '3 person fighters'],
      ['خمسة رجال و12 امرأة', '12 person women'],
      ['قتلى وجرحى بلغوا 30 قتيلا وجريحا', '30 person casualties'],
      ['الـ27 دولة', '27 country countries'],
      ['خمس دبابات', '5 vehicle tanks'],
    ],
    not: ['اللواء 55 مدرع', 'المادة 140 من الدستور', 'في 6 حزيران', 'السادسة مساء'],
  },
  {
    name: 'figure.of-noun',
    file: 'heads.ts',
    says: 'a number, من, and a definite noun or a body',
    examples: [
      ['وصل 40 من النساء والأطفال', '40 person women-and-children'],
      ['عاد ثمانية من المعتقلين', '8 person detainees'],
      ['قتل أربعة من الشرطة', '4 person police'],
      ['ثلاثة من كبار القادة', '3 person leaders'],
    ],
    not: ['قبل يومين من المعركة'],
  },
  {
    name: 'figure.nationality',
    file: 'heads.ts',
    says: 'a number, من, and a people',
    examples: [],
    not: [],
  },
  {
    name: 'figure.postposed',
    file: 'index.ts',
    says: 'a definite noun before its definite number',
    examples: [
      ['عاد الجنود الأربعة إلى بيوتهم', '4 person soldiers'],
      ['أسماء المعتقلين الـ15', '15 person detainees'],
    ],
    not: ['الأيام الثلاثة الماضية'],
  },
  {
    name: 'figure.range',
    file: 'ranges.ts',
    says: 'two numbers that open and close a range',
    examples: [
      ['بين 6 و10 آلاف دولار', '6000..10000 between USD'],
      ['من أربعة إلى ستة وسطاء', '4..6 between person mediators'],
      ['30-40 عائلة', '30..40 between family families'],
      ['خمسة أو ستة مسلحين', '5..6 between person fighters'],
    ],
    not: ['ارتفع العدد من 30 إلى 45 قتيلا'],
  },
  {
    name: 'figure.dual',
    file: 'duals.ts',
    says: 'a dual that carries its count',
    examples: [
      ['قتل شخصان', '2 person people'],
      ['إصابة طفلتين', '2 person children'],
      ['استهدفتها غارتان جويتان', '2 event attacks'],
      ['خطفوا مواطنين ثم أفرجوا عنهما', '2 person citizens'],
    ],
    not: ['بين الطرفين', 'خطفوا مواطنين ثم أفرجوا عنهم', 'باستخدام طريقتين'],
  },
  {
    name: 'figure.single',
    file: 'duals.ts',
    says: 'a lone singular with واحد',
    examples: [
      ['وألماني واحد على الأقل', '1.. at-least person citizens'],
      ['امرأة واحدة', '1 person women'],
    ],
    not: ['في يوم واحد', 'في آن واحد'],
  },
  {
    name: 'figure.few',
    file: 'index.ts',
    says: 'بضع: three to nine',
    examples: [['بقي بضعة أشخاص', '3..9 between person people']],
    not: ['قبل بضعة أيام'],
  },
  {
    name: 'figure.money',
    file: 'money.ts',
    says: 'a number with a currency, by its adjective or by the country in reach',
    examples: [
      ['10 ملايين ليرة سورية', '10000000 SYP'],
      ['غرامة في تونس قدرها ألف دينار', '1000 TND'],
      ['200 ألف دينار', '200000 dinar'],
      ['مبلغ 10$', '10 USD'],
      ['سبعة دولارات وخمسون سنتا', '7.5 USD'],
    ],
    not: [],
  },
  {
    name: 'figure.percent',
    file: 'shares.ts',
    says: 'a number with a percent sign or its words',
    examples: [
      ['بنسبة 15 في المئة', '15 percent'],
      ['نحو ٪70', '70 about percent'],
    ],
    not: [],
  },
  {
    name: 'figure.share',
    file: 'shares.ts',
    says: 'a fraction of definite people, in percent',
    examples: [['أكثر من نصف السكان', '50.. more-than percent people']],
    not: ['نصف ساعة', 'النصف الأول'],
  },
  {
    name: 'figure.others',
    file: 'bare.ts',
    says: 'a number of others',
    examples: [['وأصيب 15 آخرون', '15 person people']],
    not: [],
  },
  {
    name: 'figure.of-them',
    file: 'bare.ts',
    says: 'so many of them',
    examples: [['اعتقل 20 طالبا، أربعة منهم من حلب', '4 person pupils']],
    not: [],
  },
  {
    name: 'figure.part-of',
    file: 'company.ts',
    says: 'a part out of a whole, whose noun stands with the whole',
    examples: [
      ['شمل العفو 6 من أصل 40 سجينا', '6 person prisoners'],
      ['يعاني 3 من بين كل 5 أطفال', '3 person children'],
    ],
    not: ['واحد من كل خمسة'],
  },
  {
    name: 'figure.toll',
    file: 'bare.ts',
    says: 'a bare number behind a word of killing, wounding, taking',
    examples: [
      ['مقتل 3 وإصابة سبعة', '7 person wounded'],
      ['قتل العشرات', '10.. tens person people'],
    ],
    not: ['وصل القطار 12 متأخرا'],
  },
  {
    name: 'figure.number-of',
    file: 'bare.ts',
    says: 'a bare number behind عدد and a noun',
    examples: [['ارتفع عدد القتلى إلى 45', '45 person dead']],
    not: [],
  },
  {
    name: 'figure.same-noun',
    file: 'bare.ts',
    says: 'a bare number that goes on from the figure before it',
    examples: [['من 167 جنيهاً سودانياً (تسعة دولارات) إلى 450 (25 دولاراً)', '450 SDG']],
    not: [],
  },
  {
    name: 'figure.crowd',
    file: 'bare.ts',
    says: 'العشرات، المئات standing alone',
    examples: [['تظاهر المئات في الساحة', '100.. hundreds person people']],
    not: [],
  },
  {
    name: 'figure.unknown-noun',
    file: 'guess.ts',
    says: 'a noun no lexicon has, told by the form that the number gives it',
    examples: [
      ['سبعة نجارين', '7 person people'],
      ['25 مصباحا', '25 thing'],
    ],
    not: ['25 حول المدينة'],
  },
]
