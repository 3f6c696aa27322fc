import { describe, expect, it } from 'vitest'
import { policyNamed } from './dossier/policy.ts'
import { buildDossier } from './dossier.ts'
import { renderHtml } from './html.ts'
import { FORMATS, formatNamed } from './index.ts'
import { renderMarkdown } from './markdown.ts'
import { protect } from './privacy/protect.ts'
import { renderTerminal } from './terminal.ts'
import { makeReading } from './testing/build.ts'
import { links, readings } from './testing/fixture.ts'

const bundle = protect(readings, links, { key: 'golden' })
const dossier = buildDossier(bundle.readings, bundle.links)

describe('golden files of the dossier', () => {
  it.each(['en', 'ar'] as const)('terminal, %s', async (lang) => {
    await expect(renderTerminal(dossier, { lang, colour: false })).toMatchFileSnapshot(`golden/terminal.${lang}.txt`)
  })
  it.each(['en', 'ar'] as const)('Markdown, %s', async (lang) => {
    await expect(renderMarkdown(dossier, lang)).toMatchFileSnapshot(`golden/markdown.${lang}.txt`)
  })
  it.each(['en', 'ar'] as const)('HTML, %s', async (lang) => {
    await expect(renderHtml(dossier, lang)).toMatchFileSnapshot(`golden/page.${lang}.html`)
  })
  it.each(['csv', 'jsonl'])('%s', async (name) => {
    await expect([...formatNamed(name, 'data').write({ ...bundle, lang: 'en' })].join('')).toMatchFileSnapshot(`golden/export.${name}`)
  })
})

describe('every format', () => {
  it.each(FORMATS.map((format) => [format.name, format] as const))('%s gives the same bytes whatever the order', (_, format) => {
    const write = (input: typeof bundle): string => [...format.write({ ...input, lang: 'en' })].join('')
    const reversed = protect([...readings].reverse(), [...links].reverse(), { key: 'golden' })
    expect(write(reversed)).toBe(write(bundle))
  })

  it.each(FORMATS.map((format) => [format.name, format] as const))('%s lets no private detail out', (_, format) => {
    const written = [...format.write({ ...bundle, lang: 'ar' })].join('')
    for (const secret of ['سلمى', 'الحمدان', 'ياسر', '٠٩٤٤', 'dar_example', 'ثلاثة مدنيين']) expect(written).not.toContain(secret)
  })

  it.each(FORMATS.map((format) => [format.name, format] as const))('%s is written for no reports at all', (_, format) => {
    expect([...format.write({ readings: [], links: [], lang: 'ar' })].join('')).not.toContain('undefined')
  })
})

describe('hostile text', () => {
  const text = '\u202eقال\u001b[2J\u0007 <script>alert(1)</script> `code` | **bold** [x](javascript:y) إن 7 رجال هنا\u2069\u2069'
  const hostile = makeReading({
    path: '<img src=x>.txt',
    text,
    title: text,
    outlet: '"><b>outlet',
    quantities: { q1: { at: '7 رجال', min: 7, max: 7, counted: { at: 'رجال', of: 'people' } } },
    claims: [{ type: 'hold', figure: 'q1', in: text }],
  })
  const made = buildDossier([hostile], [])

  it('sends no control character or bidi override to a terminal, and closes every isolate', () => {
    const shown = renderTerminal(made, { lang: 'en', colour: false })
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u)
    expect(shown.match(/\u2068/gu)?.length).toBe(shown.match(/\u2069/gu)?.length)
  })

  it('stays text in HTML', () => {
    const page = renderHtml(made, 'ar')
    expect(page).not.toMatch(/<script|<img|<b>outlet/u)
    expect(page).toContain("default-src 'none'")
  })

  it('stays text in Markdown', () => {
    expect(renderMarkdown(made, 'en')).not.toMatch(/<script|[^\\]\[x|[^\\]`code/u)
  })
})

describe('terminal', () => {
  it('colours only where asked', () => {
    expect(renderTerminal(dossier, { lang: 'en', colour: false })).not.toContain('\u001b[')
    expect(renderTerminal(dossier, { lang: 'en', colour: true })).toContain('\u001b[')
  })

  it('runs every line of an Arabic dossier from the right', () => {
    const lines = renderTerminal(dossier, { lang: 'ar', colour: false })
      .split('\n')
      .filter((line) => line !== '')
    expect(lines.filter((line) => !line.startsWith('\u200f'))).toEqual([])
  })

  it('gives a best value only under a policy, named beside it', () => {
    const withBest = buildDossier(bundle.readings, bundle.links, { policy: policyNamed('lowest') })
    expect(renderTerminal(withBest, { lang: 'en', colour: false })).toContain('best under the policy “lowest”: 350')
    expect(renderTerminal(dossier, { lang: 'en', colour: false })).not.toContain('best under')
  })

  it('says so where names are shown, and why', () => {
    const shown = buildDossier(readings, links, { revealed: 'family tracing' })
    expect(renderTerminal(shown, { lang: 'en', colour: false })).toMatch(/Names are shown in full\. Reason given: \u2068family tracing/u)
  })
})
