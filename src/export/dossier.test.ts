import { describe, expect, it } from 'vitest'
import { policyNamed } from './dossier/policy.ts'
import { buildDossier } from './dossier.ts'
import { makeReading, type ReadingDraft } from './testing/build.ts'
import { links, readings } from './testing/fixture.ts'

const dossier = buildDossier(readings, links)
const quote = (row: { quote: { text: string }[] }): string => row.quote.map((s) => s.text).join('')

describe('buildDossier', () => {
  it('counts reports, copies, outlets and origins', () => {
    expect(dossier.counts).toEqual({ reports: 4, copies: 1, outlets: 4, origins: 9, undated: 1 })
  })

  it('does not depend on the order of readings or links', () => {
    expect(buildDossier([...readings].reverse(), [...links].reverse())).toEqual(dossier)
  })

  it('puts undated reports last and leaves them undated', () => {
    expect(dossier.reports.map((r) => r.published?.edtf ?? null)).toEqual(['2031-05-12', '2031-05-14', '2031-05-20', null])
  })

  it('collapses the copy into the report it copies', () => {
    const held = dossier.custody.flatMap((line) => line.entries).filter((row) => row.figures[0]?.min === 400)
    expect(held.map((row) => [row.report, row.alsoIn])).toEqual([[1, [2]]])
  })

  it('draws the chain and marks the last named source as origin', () => {
    const held = dossier.custody.flatMap((line) => line.entries).find((row) => row.figures[0]?.min === 400)
    expect(held?.chain.map((node) => [node.text, node.origin])).toEqual([
      ['موقع ضفاف', false],
      ['صحيفة «المرفأ الدولية»', false],
      ['معهد مسار للدراسات', true],
    ])
  })

  it('leaves the origin with the last named source where an unnamed one stands behind it', () => {
    expect(dossier.prices[0]?.chain.map((node) => [node.text, node.named, node.origin])).toEqual([
      ['موقع ضفاف', true, false],
      ['للصحيفة', true, true],
      ['مصادر مطلعة', false, false],
    ])
  })

  it('keeps both legs of an exchange in one row', () => {
    const [exchange] = dossier.moved.filter((row) => row.type === 'exchange')
    expect(exchange?.figures.map((f) => f.min)).toEqual([30, 6])
    expect(exchange?.legs.map((leg) => leg.figures)).toEqual([['30 مقاتلا'], ['ستة أسرى']])
  })

  it('shows of one sentence no custodian for a figure that has none', () => {
    const text = 'قال مصدر إن فوج التلال يحتجز 40 أسيرا وإن 600 أسير آخرين في السهل.'
    const held = (figure: string, custodian?: string): NonNullable<ReadingDraft['claims']>[number] => ({
      type: 'hold',
      in: text,
      figure,
      roles: custodian ? { custodian } : {},
    })
    const reading = makeReading({
      path: 'two-custodies.txt',
      text,
      quantities: { q1: { at: '40 أسيرا', min: 40, max: 40 }, q2: { at: '600 أسير', min: 600, max: 600 } },
      actors: { a1: { at: 'فوج التلال', type: 'armed-group' } },
      claims: [held('q1', 'a1'), held('q2')],
    })
    const { custody } = buildDossier([reading], [])
    expect(custody.map((row) => [row.custodian, row.entries.flatMap((entry) => entry.figures.map((f) => f.min))])).toEqual([
      ['فوج التلال', [40]],
      [null, [600]],
    ])
  })

  it('keeps threats apart from what happened', () => {
    expect(dossier.ahead.map((row) => row.type)).toEqual(['execute'])
    expect(dossier.harmed.map((row) => row.type)).not.toContain('execute')
  })

  it('ties a denial to what it denies, and a refusal to what was told before it', () => {
    expect(dossier.denied.map((row) => [row.type, row.tie?.kind, row.tie?.row.type])).toEqual([
      ['exchange', 'same', 'exchange'],
      ['no-comment', 'after', 'execute'],
    ])
  })

  it('gives a range over independent origins and who carries each figure', () => {
    const measure = dossier.measures.find((m) => m.contested)
    expect(measure).toMatchObject({ outlets: 3, origins: 2, range: { min: 350, max: 400 }, first: { report: 1, edtf: '2031-05-12' } })
    expect(measure?.sources.map((s) => [s.name, s.reports])).toEqual([
      ['معهد مسار للدراسات', [1, 2]],
      ['المجلس المحلي في الرحبة', [4]],
    ])
  })

  it('never lets unknown independence add an origin', () => {
    const dead = dossier.measures.find((m) => m.of === 'civilians')
    expect(dead).toMatchObject({ outlets: 2, origins: 1 })
  })

  it.each([
    ['lowest', 350],
    ['ucdp', 350],
    ['latest', 400],
  ])('chooses a best value only under a named policy: %s', (name, min) => {
    expect(dossier.measures.every((m) => m.best === undefined)).toBe(true)
    const best = buildDossier(readings, links, { policy: policyNamed(name) }).measures.find((m) => m.contested)?.best
    expect(best).toMatchObject({ policy: name, bounds: { min } })
  })

  it('puts both sentences of a disagreement side by side', () => {
    const conflict = dossier.between.find((c) => c.verdict === 'conflict')
    expect([conflict?.a.figure, conflict?.b.figure]).toEqual(['نحو 400 مقاتل', '350 مقاتلا'])
    expect(quote(conflict!.b)).toContain('وأعلن المجلس المحلي')
  })

  it('tells what does not add up inside a report', () => {
    expect(dossier.within.map((f) => [f.report, f.kind, f.verdict])).toEqual([[3, 'sum', 'conflict']])
  })

  it('keeps vague words as bounds', () => {
    expect(dossier.moved.find((row) => row.type === 'displace')?.figures[0]).toMatchObject({ text: 'مئات العائلات', min: 100, max: null })
  })

  it('refuses a policy that does not exist', () => {
    expect(() => policyNamed('truth')).toThrowError(/No policy is called/u)
  })
})
