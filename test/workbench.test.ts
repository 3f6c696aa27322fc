import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/lang/data.ts'

const web = (pattern: string): string[] => globSync(pattern, { cwd: packageRoot }).sort()
const textOf = (path: string): string => readFileSync(join(packageRoot, path), 'utf8')

/** What the workbench may take from src/: the shapes of the API's answers, and labels, dates and bounds as the exports write them. */
const LENT = ['src/api/shapes.ts', 'src/model.ts', 'src/export/messages/', 'src/export/dates.ts', 'src/export/figures.ts']
const TYPES_ONLY = ['src/api/shapes.ts', 'src/model.ts']

describe('the workbench', () => {
  const sources = web('web/src/**/*.{ts,tsx}')

  it('takes from the server its answers, and from src/ only their types and the words of the exports', () => {
    const wrong = sources.flatMap((path) =>
      [...textOf(path).matchAll(/^import (type )?(?:(?!\sfrom\s).)*\sfrom '(\.[^']+)'/gmsu)].flatMap(([, type, target]) => {
        const file = relative(packageRoot, join(packageRoot, dirname(path), target!))
        const lent = !file.startsWith('src/') || LENT.some((one) => file.startsWith(one))
        const allowed = lent && (type !== undefined || !TYPES_ONLY.includes(file) || path.endsWith('.test.ts'))
        return allowed ? [] : [`${path} imports ${file}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('never puts a string into the page as HTML', () => {
    expect(sources.filter((path) => /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/u.test(textOf(path)))).toEqual(
      [],
    )
  })

  it('names sides by the direction of writing', () => {
    const physical =
      /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/mu
    expect(web('web/src/**/*.css').filter((path) => physical.test(textOf(path)))).toEqual([])
  })

  it('keeps its files short', () => {
    expect(sources.filter((path) => textOf(path).split('\n').length > 400)).toEqual([])
  })
})

describe('the words of the workbench', async () => {
  const files = web('web/src/**/words.ts')
  for (const file of files) await import(join(packageRoot, file))
  const rooms = Object.keys(i18next.store.data.en ?? {}).sort()
  const words = (lang: string, room: string): Record<string, string> => i18next.getResourceBundle(lang, room)
  const FORM = /_(?:zero|one|two|few|many|other)$/u
  const namesOf = (bundle: Record<string, string>): string[] => [...new Set(Object.keys(bundle).map((key) => key.replace(FORM, '')))].sort()

  it('are kept with their rooms', () => {
    expect(rooms).toHaveLength(files.length)
  })

  it.each(rooms)('of %s say the same things in both languages', (room) => {
    expect(namesOf(words('ar', room))).toEqual(namesOf(words('en', room)))
  })

  it.each(rooms)('of %s have every plural of their language', (room) => {
    for (const lang of ['ar', 'en']) {
      const bundle = words(lang, room)
      const counted = [
        ...new Set(
          Object.keys(bundle)
            .filter((key) => FORM.test(key))
            .map((key) => key.replace(FORM, '')),
        ),
      ]
      const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
      const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !(key in bundle))
      expect(missing, lang).toEqual([])
    }
  })

  it.each(rooms)('of %s fill in the same values', (room) => {
    const [ar, en] = [words('ar', room), words('en', room)]
    const valuesOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/gu)].map((match) => match[1]!).sort()
    const wrong = Object.keys(en).filter((key) => key in ar && !FORM.test(key) && valuesOf(en[key]!).join() !== valuesOf(ar[key]!).join())
    expect(wrong).toEqual([])
  })

  it.each(rooms)('of %s are written in their own script', (room) => {
    const latin = Object.entries(words('ar', room)).filter(
      ([, text]) =>
        !/\p{Script=Arabic}/u.test(text.replace(/\{\{.*?\}\}/gu, '')) && /\p{Script=Latin}/u.test(text.replace(/\{\{.*?\}\}/gu, '')),
    )
    expect(
      latin
        .filter(([key]) => key !== 'language')
        .map(([key]) => key)
        .filter((key) => !/\.(?:csv|svg|png|json)$/u.test(key)),
    ).toEqual([])
  })
})
