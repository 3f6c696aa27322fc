import { describe, expect, it } from 'vitest'
import { everyonesNames, findNames, ownNames, peopleOf } from '../../ledger/private/names.ts'
import { slice } from '../../text/spans.ts'
import { makeReading } from '../testing/build.ts'
import { first, links, readings, undated } from '../testing/fixture.ts'
import { portable } from './portable.ts'
import { protect } from './protect.ts'
import { pseudonyms } from './pseudonym.ts'

const bundle = protect(readings, links, { key: 'test key' })
const leaving = JSON.stringify(bundle)
const masked = (path: string) => bundle.readings.find((r) => r.report.source.path === path)!

describe('protect', () => {
  it.each(['سلمى', 'الحمدان', 'ياسر', '٠٩٤٤ ١٢٣ ٤٥٦', '@dar_example', 'ثلاثة مدنيين', '3 مدنيين'])(
    'lets no %s leave the ledger',
    (secret) => {
      expect(JSON.stringify([readings, links])).toContain(secret)
      expect(leaving).not.toContain(secret)
    },
  )

  it.each(['سامر الدالي', 'قوات الجبل', 'نحو 400 مقاتل', 'ستة أسرى', 'مئات العائلات', '3 أيار 2031'])('keeps %s', (shown) => {
    expect(leaving).toContain(shown)
  })

  it('gives one person one pseudonym, by full name and by first name', () => {
    const name = pseudonyms('test key')('سلمي الحمدان')
    const { text } = masked('dafaf.txt').report
    expect(text.split(name).length - 1).toBe(2)
    expect(text).toContain(`وروت ${name}، زوجة أحد المحتجزين`)
    expect(text).toContain(`وقالت ${name} إن ابنها person-`)
  })

  it('moves every span with the text', () => {
    for (const [i, reading] of bundle.readings.entries()) {
      const original = readings[i]!
      expect(reading.report.blocks.at(-1)?.end).toBe(reading.report.text.length)
      for (const [j, q] of reading.mentions.quantities.entries()) {
        const was = slice(original.report.text, original.mentions.quantities[j]!)
        const is = slice(reading.report.text, q)
        expect([was, '[أقل من 5: مدنيون]']).toContain(is)
      }
      for (const claim of reading.claims) for (const hop of claim.chain) expect(slice(reading.report.text, hop)).toBe(hop.text)
    }
  })

  it('generalises a small count in a village to a bound, in every report that gives it', () => {
    const count = (path: string, id: string) => masked(path).mentions.quantities.find((q) => q.id === id)
    expect(count('=council.txt', 'q3')).toMatchObject({ min: null, max: 5, modifier: 'less-than' })
    expect(count('darb.txt', 'q4')).toMatchObject({ min: null, max: 5, modifier: 'less-than' })
    expect(masked('=council.txt').report.text).toContain('وقتل [أقل من 5: مدنيون] في قرية تل الورد')
  })

  it('withholds the sentence that compares withheld counts', () => {
    const link = bundle.links.find((l) => l.kind === 'comparison' && l.independent === 'unknown')
    expect(link).toMatchObject({ why: { en: 'Compared before small counts were withheld.' } })
  })

  it('gives other pseudonyms under another key and the same under the same', () => {
    expect(JSON.stringify(protect(readings, links, { key: 'another' }))).not.toBe(leaving)
    expect(JSON.stringify(protect(readings, links, { key: 'test key' }))).toBe(leaving)
  })

  it('tells what it withheld', () => {
    expect(masked('dafaf.txt').masked).toEqual({ people: 3, contacts: 2, counts: 0 })
  })

  it('takes off folders of this machine and the time of retrieval', () => {
    expect(bundle.readings.map((r) => r.report.source)).toEqual(
      ['dafaf.txt', 'nakhil.txt', '=council.txt', 'darb.txt'].map((path) => ({ path, mediaType: 'text/plain' })),
    )
    expect(portable([first], []).readings[0]?.report.source.path).toBe('dafaf.txt')
  })
})

const person = (text: string, at: string, rest: object = {}) =>
  makeReading({ path: 'x.txt', text, actors: { a1: { at, type: 'person', private: true, ...rest } } })
const veiled = (text: string, at: string): string => {
  const reading = person(text, at)
  const own = peopleOf(reading, () => 'X')
  const edits = findNames(text, { own: ownNames(reading, own), everyone: everyonesNames(own) })
  return edits.reduceRight((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text)
}

describe('names of private people', () => {
  it.each([
    ['بعد حرف عطف', 'قالت هند العلي وهند العلي تعيش هنا', 'هند العلي', 'قالت X وX تعيش هنا'],
    ['بعد حرف جر', 'روى كريم الحسن ما جرى، ثم سُلّم لكريم الحسن كتاب', 'كريم الحسن', 'روى X ما جرى، ثم سُلّم لـX كتاب'],
    ['مشكولة ومختلفة الهمزة', 'اسمه أحمد الأشقر، ويكتب احمد الاشقر وأَحمد الأشقر', 'أحمد الأشقر', 'اسمه X، ويكتب X وX'],
    ['الاسم الأخير وحده', 'خرج عمر الزعبي. وأضاف الزعبي أنه بخير', 'عمر الزعبي', 'خرج X. وأضاف X أنه بخير'],
    ['نسبة تصف اسما معرفا', 'خرج عمر الحلبي. وأضاف الحلبي أن المطبخ الحلبي جيد', 'عمر الحلبي', 'خرج X. وأضاف X أن المطبخ الحلبي جيد'],
    ['اسم أول لشخص آخر', 'خرج محمد الزعبي ثم محمد القاسم', 'محمد الزعبي', 'خرج X ثم محمد القاسم'],
    ['كنية', 'ظهر أبو النور ليلا، والنور خافت', 'أبو النور', 'ظهر X ليلا، والنور خافت'],
    ['بين علامتي تنصيص', 'قتل سعيد «أبو عمر» الديب أمس', 'سعيد «أبو عمر» الديب', 'قتل X أمس'],
    ['ثلاثي ثم ثنائي', 'غاب رامي سعد الديب. وكان رامي الديب طالبا', 'رامي سعد الديب', 'غاب X. وكان X طالبا'],
    ['بحروف لاتينية', 'Rami Deeb left. Deeb was 20.', 'Rami Deeb', 'X left. X was 20.'],
  ])('%s', (_, text, name, expected) => {
    expect(veiled(text, name)).toBe(expected)
  })

  it.each([
    ['وزوجته هناء', 'خرج وزوجته هناء من هنا', 'هناء'],
    ['والدة', 'وقالت والدة «وسيم» إنه غاب', 'وسيم'],
    ['شقيقها', 'ومعها شقيقها وائل', 'وائل'],
  ])('counts relatives as private: %s', (_, text, name) => {
    const reading = makeReading({ path: 'x.txt', text, actors: { a1: { at: name, type: 'person' } } })
    expect(protect([reading], [], { key: 'k' }).readings[0]?.report.text).not.toContain(name)
  })

  it('finds a person of one report in another that does not mark them', () => {
    const marked = person('غاب رامي الديب أمس', 'رامي الديب')
    const unmarked = makeReading({ path: 'y.txt', text: 'صورة رامي الديب في الساحة', title: 'صورة رامي الديب في الساحة' })
    const out = protect([{ ...marked, report: { ...marked.report, source: { path: 'a/x.txt', mediaType: 'text/plain' } } }, unmarked], [], {
      key: 'k',
    })
    expect(JSON.stringify(out)).not.toContain('الديب')
  })

  it('leaves a public name that holds a private one', () => {
    const text = 'خرج سلمان العمر. وقال الأمير محمد بن سلمان إن سلمان بخير'
    const reading = makeReading({
      path: 'x.txt',
      text,
      actors: { a1: { at: 'سلمان العمر', type: 'person', private: true }, a2: { at: 'محمد بن سلمان', type: 'person', actor: 'mbs' } },
    })
    const shown = protect([reading], [], { key: 'k' }).readings[0]!.report.text
    expect(shown).toContain('محمد بن سلمان إن person-')
  })

  it('takes the registry id off a masked person, whatever their rank', () => {
    const text = 'احتُجز الوزير فلان العمر أمس'
    const reading = makeReading({
      path: 'x.txt',
      text,
      actors: { a1: { at: 'فلان العمر', type: 'person', actor: 'fulan-omar' } },
      claims: [{ type: 'hold', roles: { patient: 'a1' }, in: text }],
    })
    expect(JSON.stringify(protect([reading], [], { key: 'k' }))).not.toMatch(/fulan|فلان/u)
  })
})

describe('small counts stay where they point at nobody', () => {
  const held = (place: 'city' | 'village' | 'country', words: string, max: number, nationality?: string) => {
    const text = `احتجزت القوات ${words} في المكان`
    return makeReading({
      path: 'x.txt',
      text,
      quantities: {
        q1: { at: words, min: max, max, counted: { at: words.split(' ').at(-1)!, of: 'people', ...(nationality ? { nationality } : {}) } },
      },
      places: { p1: { at: 'المكان', place: 'x', name: 'X', kind: place } },
      claims: [{ type: 'arrest', figure: 'q1', place: { place: 'x', name: 'X', mention: 'p1' }, in: text }],
    })
  }
  it.each([
    ['village, 4', held('village', 'أربعة أشخاص', 4), true],
    ['village, 5', held('village', 'خمسة أشخاص', 5), false],
    ['city, 4', held('city', 'أربعة أشخاص', 4), false],
    ['country, 1, of one nationality', held('country', 'فرنسيا واحدا', 1, 'FR'), true],
    ['country, 1, foreign', held('country', 'أجنبيا واحدا', 1, 'foreign'), false],
  ])('%s', (_, reading, generalised) => {
    const [q] = protect([reading], [], { key: 'k' }).readings[0]!.mentions.quantities
    expect(q?.modifier === 'less-than').toBe(generalised)
  })

  it('goes by the place named last where the sentence names none', () => {
    const text = 'زار الوفد مخيم الوادي. وتوفي ثلاثة أشخاص من البرد.'
    const camp = { places: { p1: { at: 'مخيم الوادي', place: 'x', name: 'X', kind: 'camp' as const } } }
    const reading = makeReading({
      path: 'x.txt',
      text,
      ...camp,
      quantities: { q1: { at: 'ثلاثة أشخاص', min: 3, max: 3, counted: { at: 'أشخاص' } } },
      claims: [{ type: 'kill', figure: 'q1', in: 'وتوفي ثلاثة أشخاص من البرد.' }],
    })
    expect(protect([reading], [], { key: 'k' }).readings[0]?.report.text).toBe('زار الوفد مخيم الوادي. وتوفي [أقل من 5: أشخاص] من البرد.')
  })

  it('never touches the readings it was given', () => {
    const before = JSON.stringify(undated)
    protect([undated], [], { key: 'k' })
    expect(JSON.stringify(undated)).toBe(before)
  })
})
