import { describe, expect, it } from 'vitest'
import { findContacts } from './contacts.ts'

const found = (text: string): string[] => findContacts(text).map((c) => `${c.kind}:${text.slice(c.start, c.end)}`)

describe('findContacts masks', () => {
  it.each([
    ['للتواصل على الرقم +963 944 123 456', 'phone:+963 944 123 456'],
    ['هاتف ٠٩٤٤ ١٢٣ ٤٥٦ ليلا', 'phone:٠٩٤٤ ١٢٣ ٤٥٦'],
    ['اتصلوا بنا ‎00963-11-2345678‏ فورا', 'phone:00963-11-2345678'],
    ['واتساب: 944123456', 'phone:944123456'],
    ['وبالواتساب 7654321', 'phone:7654321'],
    ['الرقم 0000-000-000 في المنشور', 'phone:0000-000-000'],
    ['راسلونا على example.name@mail.example.org', 'email:example.name@mail.example.org'],
    ['الحساب @dar_example على التطبيق', 'handle:@dar_example'],
    ['الحساب @دار_المثال', 'handle:@دار_المثال'],
    ['انضموا: https://t.me/joinchat/AAAAexample', 'link:https://t.me/joinchat/AAAAexample'],
    ['انضموا: t.me/+abcdEFGH', 'link:t.me/+abcdEFGH'],
    ['chat.whatsapp.com/Example123', 'link:chat.whatsapp.com/Example123'],
    ['تبرعوا عبر www.gofundme.com/f/example', 'link:www.gofundme.com/f/example'],
    ['محفظة 0x0000000000000000000000000000000000000000', 'wallet:0x0000000000000000000000000000000000000000'],
    ['bc1qexampleexampleexampleexample0000', 'wallet:bc1qexampleexampleexampleexample0000'],
    ['الآيبان SA03 8000 0000 6080 1016 7519 لدى', 'account:SA03 8000 0000 6080 1016 7519'],
    ['رقم الحساب ١٢٣٤٥٦٧ في المصرف', 'account:١٢٣٤٥٦٧'],
    ['بطاقة 4000 1234 5678 9010', 'account:4000 1234 5678 9010'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected)
  })
})

describe('findContacts leaves alone', () => {
  it.each([
    'في 12/03/2019 الساعة 13:02',
    'يوم 01-02-2018 مساء',
    'يوم 09.03.2021 11:30',
    'تم النشر 2019-01-17 13:54',
    'بين 2017-2018 و2019',
    'نحو 70000 شخص و1500000 نازح',
    'عدد السكان 10 000 000 نسمة',
    'دفع 1.500.000 دولار',
    'حوّل إلى حسابه 300000 دولار',
    'القرار رقم 2254 لعام 2015',
    '٩ آلاف امرأة و٢٠٢٠٠ طفل',
    'موقع www.example.org/news/2019/01/17/123456',
    'الفوج 46 والفرقة 30',
    'بنسبة 0.5 في المئة',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('stays linear on hostile text', () => {
    const started = performance.now()
    for (const text of [
      '1 '.repeat(100_000),
      'a.'.repeat(100_000),
      '@'.repeat(200_000),
      'AB12 '.repeat(50_000),
      'a@'.repeat(100_000),
      '(((('.repeat(50_000),
    ])
      findContacts(text)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
