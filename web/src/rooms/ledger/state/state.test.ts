import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../../../app/search.ts'
import { choicesOf, groupsOf, toggled, without } from './choices.ts'
import { MOST_PICKED, readRanges, writeRanges } from './ranges.ts'
import { type Filters, MANY, NOTHING, NOWHERE, type Place, queryFor, readFilters, readPlace, SORTS, writeSearch } from './state.ts'

const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((one) => one.isWellFormed())
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const bound = fc.option(
  fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  ),
)

const filters: fc.Arbitrary<Filters> = fc.record({
  ...(Object.fromEntries(MANY.map((name) => [name, fc.uniqueArray(text, { maxLength: 3 })])) as Record<
    (typeof MANY)[number],
    fc.Arbitrary<string[]>
  >),
  figures: fc.boolean(),
  contested: fc.boolean(),
  undated: fc.boolean(),
  q: fc.oneof(fc.constant(''), text),
  from: fc.option(day),
  to: fc.option(day),
  min: bound,
  max: bound,
  sort: fc.constantFrom(...SORTS),
})

const place: fc.Arbitrary<Place> = fc.record({
  row: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
  claim: fc.option(text),
  picked: fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 50 }).map((all) => all.sort((a, b) => a - b)),
})

describe('the address of the ledger', () => {
  it('gives back the state that was written into it', () => {
    fc.assert(
      fc.property(filters, place, (chosen, where) => {
        const search = parseSearch(stringifySearch(writeSearch(chosen, where)))
        expect(readFilters(search)).toEqual(chosen)
        expect(readPlace(search)).toEqual(where)
      }),
    )
  })

  it('takes anything that stands in an address', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (words) => {
        const search = parseSearch(words)
        const written = writeSearch(readFilters(search), readPlace(search))
        expect(writeSearch(readFilters(written), readPlace(written))).toEqual(written)
      }),
    )
  })

  it.each([
    ['?from=2018-02-30&min=many&sort=random&row=0&contested=yes', {}],
    ['?type=hold&type=hold&type=kill', { type: ['hold', 'kill'] }],
    ['?from=2018-06-01&to=2018-06-30&modality=actual', { from: '2018-06-01', to: '2018-06-30', modality: ['actual'] }],
    ['?q=%20&max=70', { max: 70 }],
    ['?undated=true&sort=value', { undated: 'true', sort: 'value' }],
  ])('%s asks the server for %o', (words, query) => {
    expect(queryFor(readFilters(parseSearch(words)))).toEqual(query)
  })
})

describe('rows picked', () => {
  it('come back from the address as they went', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 })), (rows) => {
        expect(readRanges(writeRanges(rows))).toEqual(rows.sort((a, b) => a - b))
      }),
    )
  })

  it('are no more than a table can take', () => {
    expect(readRanges('1-999999999')).toHaveLength(MOST_PICKED)
    expect(readRanges('7-3.x.-4.12')).toEqual([12])
  })
})

describe('what is chosen', () => {
  it('goes choice by choice until nothing is left', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const left = choicesOf(chosen).reduce(without, { ...chosen, sort: 'report' })
        expect({ ...left, q: left.q.trim() }).toEqual(NOTHING)
        const loosened = groupsOf(chosen).flatMap((group) => group.choices)
        expect(loosened).toHaveLength(choicesOf(chosen).length)
      }),
    )
  })

  it('is put in and taken out by the same key', () => {
    const once = toggled(NOTHING, 'type', 'hold')
    expect(once.type).toEqual(['hold'])
    expect(toggled(once, 'type', 'hold')).toEqual(NOTHING)
    expect(writeSearch(NOTHING, NOWHERE)).toEqual({})
  })
})
