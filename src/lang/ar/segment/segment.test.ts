import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../text/fold.ts'
import { createSegmenter, piecesOf, segment } from './segment.ts'
import { loadWords } from './words.ts'

const cut = (form: string): string => piecesOf(segment(form)).join('+')
const uncut = (pieces: string): string => pieces.replaceAll('+', '')
const listOf = (text: string): string[] => text.trim().split(/\s+/u)

const CUT: Record<string, string> = {
  conjunctions: `
    و+قال و+قالت و+أضاف و+أكد و+أوضح و+أعلنت و+الجيش و+الحكومة و+في و+من و+قد و+هو و+هي و+لم و+كان و+كانت و+المعارضة و+سوريا و+العراق
    و+وصل و+وزير و+وصول و+وحدات و+فقد و+بلغ و+لجأ و+كشف و+سقط و+أسفر و+إصابة و+يقول و+تقول و+أنقرة و+دمشق و+القاهرة ف+قد ف+إن ف+القوات`,
  prepositions: `
    ب+السجن ب+مقتل ب+إطلاق ب+قيادة ب+دعم ب+شكل ب+سبب ب+حق ب+حسب ب+الإعدام ب+ريف ب+بيان ب+بلدة ب+باريس ب+بغداد
    ل+تنظيم ل+حقوق ل+إطلاق ل+مدة ل+وكالة ل+لجنة ل+صحيفة ل+قوات ل+الأمم ل+سوريا ل+لبنان ل+فرنسا ل+يعود ل+تحرير ل+إنقاذ
    ل+لأمم ل+لسلطات ل+لصحفيين ل+لجيش ل+لأسرى ل+لنظام ك+وسيط ك+رهائن ك+دروع ك+جزء`,
  future: 'س+يتم س+تقوم س+نعمل س+يكون س+تبدأ س+يفرج س+يطلق و+س+تعلن و+س+يعود س+ينقلون س+تستمر س+يسلم س+أعود',
  pronouns: `
    أن+ه أن+ها أن+هم إن+ه من+هم من+ها في+ه في+ها علي+ه علي+هم إلي+ها لدي+هم بين+هم مع+هم عند+ه ل+ه ل+ها ل+هم ب+ها ب+هم
    أسر+هم عائلات+هم عائلت+ه مدينت+هم حيات+ه زوجت+ه ابن+ها أبنائ+هم أبناؤ+هم أطفال+هم بلد+هم بلاد+ه مقاتلي+ها قوات+ه قيادت+ها وزير+ها تصريحات+ه بيان+ها مقتل+ه اعتقال+هم سجن+ه سلاح+هم لجنت+ها فريق+هم كتاب+ه
    اعتقلت+ه اعتقلو+هم نقلت+هم يحتجز+هم تحتجز+ها قتل+ه قتلت+هم أعدم+هم خطف+ه سلم+ه يعتبر+ها تسلمت+هم أجبر+هم اتهم+ه يقود+ها يدعم+ها نشرت+ه قال+ه أعاد+هم اقتاد+ه يصف+ه`,
  several: `
    و+ب+السجن و+ل+لجيش ل+أن+ه ب+أن+ه ب+أن+هم ل+أن+هم و+أن+ه و+إن+ها ف+إن+هم و+ل+هم و+ب+حسب و+ل+لصحيفة ب+عائلات+هم ب+أسلحت+هم ل+عناصر+ه
    و+عائلات+هم و+أبنائ+هم و+زوجات+هم و+قيادت+ها و+اعتقلت+ه و+نقلو+هم و+سلمت+هم ب+حيات+ه ل+عودت+هم ب+وصف+ه ك+غير+ه أ+لا ب+أ+لا ل+أسباب+ها`,
}

const WHOLE: Record<string, string> = {
  'و of the root': `
    وزير وزارة وزراء وكالة وكالات وفد وفاة وقت وضع وصل وصلت وصلوا وقع وقعت وجد وجدت وقف ولاية واشنطن واحد واحدة والد والدة وسط وسيط وحدة وحدات وثيقة وثائق وسائل وظيفة ورد وردت ورقة وزن وطن وعد وفق وقود وليد وادي واسع واضح وارسو والي واجب واجه وافق وافقت وزع وزعت ولد وليام ويلز ويكيبيديا`,
  'ف of the root':
    'فريق فرقة فصيل فصائل فرنسا فرنسي فلسطين فلسطيني فتح فتحت فوز فشل فشلت فرار فر فروا فندق فيديو فيلق فيلم فيصل فجر فترة فبراير فئة فدية فقر فكرة فارس فاطمة فيينا فيتنام فلاديمير',
  'ب of the root':
    'بلد بلدة بلاد بيان بيت بحر بحث بدأ بدأت بعد بعض بعث بغداد بيروت بريطانيا برلمان برلين باريس باب باحث بنك بناء بندقية بطل برنامج بوتين بايدن بيئة بقي بلغ بلغت بنغازي بينما بدون بطاقة بشار بصرة برلماني بلجيكا بوركينا',
  'ل of the root':
    'لجنة لجان لواء لاجئ لاجئين لاجئون لبنان لبناني ليبيا ليبي لندن لقاء لغة لغم ليلة لعب لقي لجأ لجأت لون لكن لدى لماذا ليس ليست لذلك لحظة لحق لسان لاعب لوائح لوس لافروف لينين',
  'ك of the root':
    'كتاب كتب كتيبة كتائب كان كانت كبير كبيرة كل كم كيف كثير كردي كرد كردستان كركوك كوباني كابول كندا كوريا كشف كشفت كلام كلمة كنيسة كمين كامل كارثة كهرباء كذلك كلف كرواتيا كينيا كولومبيا كيري',
  'س of the root':
    'سلاح سلطة سلطات سيارة سيارات سيطرة سيطر سيطرت سياسة سياسي سيناء ستة ستون سنة سنوات سجن سجين سجناء سوريا سوري سفير سقط سلم سمع سبب سوق سيف سيدة ستوكهولم ستالين سيدني سيول سينما ستارة',
  'a pronoun of the root':
    'تنبيه اتجاه توجه مياه وجه شبه فقه فقيه كره تشويه انتباه مشتبه منتبه أسهم سهم مهم أهم فهم تفاهم متهم درهم دراهم حكم تحكم محاكم تراكم حاكم لبنان راهن برهن ذهن نزيه رفاه إله الله طه عبدالله هنا أنا دنيا غينيا أوكرانيا أثينا ألمانيا نينوى مبنى معنى فيينا بولندا أوغندا كندا غانا هذه منتزه',
  'endings of verbs': 'قالوا قتلوا نقلت قتلنا وصلنا كتبنا قالتا أطلقوا يقولون سيطروا',
  'endings of nouns': 'رجلا مقاتلا مقاتلين مقاتلون مقاتلي عاملون طائرتين عمليتين سوريين فلسطينيون بريطانية سياسيا وزيرا',
  'a name of the lists': 'لافروف كيري بوتين وليد باسل فيصل ليلى سلمان بلال كمال كريم لؤي فؤاد بشرى سهى نهى هناء مها طه',
}

describe('segment', () => {
  for (const [kind, text] of Object.entries(CUT)) {
    it.each(listOf(text))(`cuts ${kind}: %s`, (pieces) => expect(cut(uncut(pieces))).toBe(pieces))
  }
  for (const [kind, text] of Object.entries(WHOLE)) {
    it.each(listOf(text))(`leaves ${kind}: %s`, (form) => expect(cut(form)).toBe(form))
  }
})

describe('segmentation', () => {
  it('names each piece', () => {
    expect(segment('وللسلطات')).toEqual({ conjunction: 'و', preposition: 'ل', future: '', article: 'ل', stem: 'سلطات', pronoun: '' })
    expect(segment('فبالسجن')).toMatchObject({ conjunction: 'ف', preposition: 'ب', article: 'ال', stem: 'سجن' })
    expect(segment('وسيعلنها')).toMatchObject({ conjunction: 'و', future: 'س', stem: 'يعلن', pronoun: 'ها' })
  })

  it('keeps marks, tatweel and spelling with their pieces', () => {
    expect(cut('وَبِالسِّجْنِ')).toBe('وَ+بِ+السِّجْنِ')
    expect(cut('عائلتُهُم')).toBe('عائلتُ+هُم')
    expect(cut('بــالسجن')).toBe('بــ+السجن')
  })

  it('cuts no pronoun from a word with tanwin', () => expect(cut('متوجهًا')).toBe('متوجهًا'))

  it('tells a verb in hamza by its spelling', () => expect(cut('رآهم')).toBe('رآ+هم'))

  it('reads folded spelling too', () => {
    for (const pieces of listOf(`${CUT.prepositions} ${CUT.pronouns}`)) expect(cut(fold(uncut(pieces)))).toBe(fold(pieces))
  })

  it('never cuts a name it was given', () => {
    const names = createSegmenter({ names: ['كفرلاته', 'لبوة', 'نهر سيحونه'] })
    for (const name of ['كفرلاته', 'لبوة', 'سيحونه']) expect(piecesOf(names(name))).toEqual([name])
    expect(piecesOf(names('وبكفرلاته'))).toEqual(['و', 'ب', 'كفرلاته'])
  })

  it('cuts the ordinary words inside a name', () => {
    const names = createSegmenter({ names: ['التحالف الذي تقوده فرنسا'] })
    expect(piecesOf(names('تقوده'))).toEqual(['تقود', 'ه'])
  })

  it('makes up the word again, whatever it is', () => {
    const letter = fc.constantFrom(...'وفبلكسالهنمتيةأإآءئؤىرقدَّـ1a-')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 14 }), (letters) => piecesOf(segment(letters.join(''))).join('') === letters.join('')),
    )
  })

  it('remembers what it has seen', () => expect(segment('وبالسجن')).toBe(segment('وبالسجن')))

  it('takes the longest words in its stride', () => {
    const start = performance.now()
    for (const letters of ['و', 'ه', 'ال', 'بل', 'سي']) segment(letters.repeat(50_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the word lists', () => {
  it('know some thousand words and roots', () => {
    const words = loadWords()
    expect(words.bits.size).toBeGreaterThan(40_000)
    expect(words.roots.size).toBeGreaterThan(1500)
  })
})
