import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildPlaces } from './build.ts'
import { compare } from './check.ts'
import { distanceKm, meanPoint, offset } from './geo.ts'
import { latinKey, nameKey } from './names.ts'
import { placesText } from './place.ts'
import { KINDS, PLACE_COLUMNS, readCountries } from './sources.ts'
import { readTable } from './table.ts'

const FOLDER = join(import.meta.dirname, '../../gazetteer')
const places = readTable(join(FOLDER, 'places.tsv'))
const countries = readCountries(join(FOLDER, 'countries.tsv'))
const names = (row: { ar?: string }) => (row.ar ?? '').split('|')
const wrong = (ok: (row: (typeof places)[number]) => boolean) => places.filter((row) => !ok(row)).map((row) => row.id)

function twice(keys: readonly string[]): string[] {
  const seen = new Set<string>()
  return keys.filter((key) => seen.size === seen.add(key).size)
}

/** Uninhabited or without a seat in GeoNames. */
const NO_CAPITAL = ['AQ', 'BV', 'GS', 'HM', 'IO', 'TF', 'TK', 'UM']

describe('places.tsv', () => {
  it('is what the hand-written names make, with nothing left over', () => {
    const { places: built, problems } = buildPlaces(FOLDER)
    expect(problems).toEqual([])
    expect(placesText(built)).toBe(readFileSync(join(FOLDER, 'places.tsv'), 'utf8'))
  })

  it('has the columns of the README and one line an id, sorted', () => {
    const ids = places.map((row) => row.id ?? '')
    expect(Object.keys(places[0] ?? {})).toEqual(PLACE_COLUMNS)
    expect(twice(ids)).toEqual([])
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)))
  })

  it.each([
    ['a known kind', (row: Record<string, string>) => (KINDS as readonly string[]).includes(row.kind ?? '')],
    ['a country of the list, or none', (row: Record<string, string>) => row.country === '' || countries.some((c) => c.iso === row.country)],
    ['a latitude', (row: Record<string, string>) => row.lat !== '' && Math.abs(Number(row.lat)) <= 90],
    ['a longitude', (row: Record<string, string>) => row.lon !== '' && Math.abs(Number(row.lon)) <= 180],
    ['Arabic names only', (row: Record<string, string>) => names(row).every((name) => /^[\p{Script=Arabic}\d .\-()]+$/u.test(name))],
    ['no empty or repeated name', (row: Record<string, string>) => twice(names(row).map(nameKey)).length === 0 && !names(row).includes('')],
    ['a precision', (row: Record<string, string>) => ['exact', 'mean', 'approximate'].includes(row.precision ?? '')],
    ['an English name and a source', (row: Record<string, string>) => row.en !== '' && row.source !== ''],
    ['known flags', (row: Record<string, string>) => /^(?:(?:common|capital|metonym:[A-Z]{2})(?:,|$))*$/.test(row.flags ?? '')],
  ])('gives every place %s', (_what, ok) => expect(wrong(ok)).toEqual([]))

  it('names only parents that it has', () => {
    const ids = new Set(places.map((row) => row.id))
    expect(wrong((row) => row.parent === '' || ids.has(row.parent ?? ''))).toEqual([])
    expect(wrong((row) => row.parent !== '' || row.kind === 'country' || row.country === '')).toEqual([])
  })

  it('has no two places of one kind and name in a country', () => {
    const keys = places.flatMap((row) => names(row).map((name) => `${row.country} ${row.kind} ${nameKey(name)}`))
    expect(twice(keys)).toEqual([])
  })

  it('has 249 countries and Kosovo, and a capital for all that have one', () => {
    const capitals = new Set(places.filter((row) => row.flags?.includes('capital')).map((row) => row.country))
    expect(countries).toHaveLength(250)
    expect(countries.filter((row) => !capitals.has(row.iso)).map((row) => row.iso)).toEqual(NO_CAPITAL)
  })

  it('is as wide as promised', () => {
    const beside = places.filter((row) => row.kind !== 'country' && !row.flags?.includes('capital'))
    const wide = Map.groupBy(beside, (row) => row.country ?? '')
    const least = { SY: 400, IQ: 300, YE: 200, PS: 200, LY: 120, SD: 150, LB: 120, UA: 100, JO: 80, EG: 100, TN: 80, DZ: 80, SO: 80 }
    for (const [iso, count] of Object.entries(least)) expect(wide.get(iso)?.length, iso).toBeGreaterThanOrEqual(count)
    expect(beside.length).toBeGreaterThan(4000)
  })

  it.each([
    ['gn:170654', 33.5, 36.3],
    ['admin:SY.09', 36.3, 37.2],
    ['country:SD', 14.4, 31],
    ['isnad:sy-al-hol-camp', 36.4, 41.15],
  ])('puts %s where it is', (id, lat, lon) => {
    const row = places.find((place) => place.id === id)
    expect(distanceKm({ lat: Number(row?.lat), lon: Number(row?.lon) }, { lat, lon })).toBeLessThan(120)
  })
})

describe('demonyms.yaml', () => {
  const words: Record<string, { forms: string[]; common?: string[] }> = parse(readFileSync(join(FOLDER, 'demonyms.yaml'), 'utf8'))
  const forms = Object.values(words).flatMap((entry) => [...entry.forms, ...(entry.common ?? [])])

  it('says one thing with each word', () => expect(twice(forms.map(nameKey))).toEqual([]))

  it('points to countries that the gazetteer has', () => {
    const known = new Set([...countries.map((row) => row.iso), 'foreign', 'western', 'european'])
    expect(Object.keys(words).filter((code) => !known.has(code))).toEqual([])
    expect(Object.keys(words).length).toBeGreaterThan(130)
  })

  it.each([
    ['مغاربة', 'MA'],
    ['أميركي', 'US'],
    ['أتراك', 'TR'],
    ['أجانب', 'foreign'],
    ['جنوب سودانيين', 'SS'],
  ])('knows %s', (word, code) => expect(words[code]?.forms).toContain(word))
})

describe('the tools', () => {
  it('walks kilometres in a direction', () => {
    const there = offset({ lat: 36, lon: 37 }, 50, 'SW')
    expect(distanceKm({ lat: 36, lon: 37 }, there)).toBeCloseTo(50, 0)
    expect(there.lat).toBeLessThan(36)
    expect(() => offset({ lat: 0, lon: 0 }, 1, 'X')).toThrow('compass')
  })

  it('takes a mean across the 180th meridian', () => {
    const mean = meanPoint([
      { lat: 0, lon: 170, weight: 1 },
      { lat: 0, lon: -170, weight: 1 },
    ])
    expect(Math.abs(mean.lon)).toBeCloseTo(180)
  })

  it('joins spellings of one name', () => {
    expect(nameKey('أَعزاز')).toBe(nameKey('اعزاز'))
    expect(latinKey('Aş Şanamayn')).toBe(latinKey('As-Sanamayn'))
  })

  it('tells how far an entry lies from its namesake in a table', () => {
    const entry = { country: 'SY', ar: 'حلنج|حلنجة', lat: '36.8', lon: '38.5' }
    const table = [{ cc: 'SY', names_ar: 'حلنج', lat: '36.9', lon: '38.5' }]
    expect(compare([entry], table)[0]?.km).toBeCloseTo(11.1, 0)
    expect(compare([entry], [{ ...table[0], cc: 'IQ' }])).toEqual([])
  })
})
