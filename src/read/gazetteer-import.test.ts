import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadGazetteer } from './gazetteer.ts'
import { importGazetteer } from './gazetteer-import.ts'

const geonames = (
  id: number,
  name: string,
  others: string,
  lat: string,
  lon: string,
  feature: string,
  code: string,
  population = 0,
): string =>
  [id, name, name, others, lat, lon, feature, code, 'XA', '', '07', '', '', '', population, '', '', 'Asia/Nowhere', '2020-01-01'].join('\t')

const GEONAMES = [
  geonames(1, 'Big', 'Biggy,الكبرى التجريبية', '33.5', '36.3', 'P', 'PPL', 60_000),
  geonames(2, 'Hamlet', 'نجع الاختبار', '33.6', '36.4', 'P', 'PPL'),
  geonames(3, 'Gaol', 'سجن الاختبار', '33.7', '36.5', 'S', 'PRN'),
  geonames(4, 'Latin only', 'Latein', '33.7', '36.5', 'P', 'PPL'),
  geonames(5, 'Shop', 'دكان الاختبار', '33.7', '36.5', 'S', 'RET'),
].join('\n')

const WOF = [
  'wof_id\tcc\ttype\tnames_ar\tname\tlat\tlon\tpop\tregion_id',
  '7\tXA\tlocality\tعين الاختبار|العين التجريبية\tAin\t10.5\t20.5\t7000\t9',
  '8\tXA\tcounty\tمنطقة الاختبار\tCounty\t10.6\t20.6\t0\t9',
  '8\tXA\tcounty\tمنطقة الاختبار\tCounty\t10.6\t20.6\t0\t9',
  '9\tXA\tregion\tمحافظة الاختبار\tRegion\t10.7\t\t0\t',
].join('\n')

const COD = [
  'ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,center_lat,center_lon',
  'XA,First,الأولى التجريبية,XA01,Second,الثانية التجريبية,XA0102,12.25,13.75',
].join('\n')

const rows = (table: string): string[][] =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

describe('importGazetteer', () => {
  test('a GeoNames dump: kinds by feature and population, only Arabic names', () => {
    const made = importGazetteer(GEONAMES)
    expect(made).toMatchObject({ format: 'geonames', places: 3 })
    expect(made.skipped).toMatchObject({ 'no-arabic-name': 1, 'no-settlement-or-division': 1 })
    expect(rows(made.table).map((cells) => [cells[0], cells[1], cells[3], cells[5], cells[10]])).toEqual([
      ['gn:1', 'city', 'admin:XA.07', 'الكبرى التجريبية', ''],
      ['gn:2', 'village', 'admin:XA.07', 'نجع الاختبار', 'common'],
      ['gn:3', 'prison', 'admin:XA.07', 'سجن الاختبار', 'common'],
    ])
  })

  test('a Who’s On First table: several names, divisions without their kind word, no place twice or without a point', () => {
    const made = importGazetteer(WOF)
    expect(made).toMatchObject({ format: 'whos-on-first', places: 2 })
    expect(made.skipped).toMatchObject({ twice: 1, 'no-coordinates': 1 })
    expect(rows(made.table).map((cells) => [cells[0], cells[1], cells[3], cells[5]])).toEqual([
      ['wof:7', 'town', 'wof:9', 'عين الاختبار|العين التجريبية'],
      ['wof:8', 'district', 'wof:9', 'منطقة الاختبار|الاختبار'],
    ])
  })

  test('a COD-AB table: the deepest level', () => {
    const made = importGazetteer(COD)
    expect(made.format).toBe('cod-ab')
    expect(rows(made.table)).toEqual([
      [
        'cod:XA0102',
        'district',
        'XA',
        'cod:XA01',
        'Second',
        'الثانية التجريبية',
        '12.25000',
        '13.75000',
        '',
        'exact',
        'common',
        'ocha-cod-ab',
      ],
    ])
  })

  test('leaves out what the gazetteer has, and other countries', () => {
    const known = loadGazetteer()
    const damascus = known.byName.get('دمشق')!.candidates[0]!
    const text = geonames(6, 'Damascus', 'دمشق', String(damascus.lat), String(damascus.lon), 'P', 'PPLC', 1_000_000)
    expect(importGazetteer(text, { known }).skipped.known).toBe(1)
    expect(importGazetteer(GEONAMES, { countries: ['XB'] })).toMatchObject({ places: 0, skipped: { 'other-country': 3 } })
  })

  test('makes a table that the gazetteer loads', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'isnad-import-')), 'own.tsv')
    writeFileSync(path, importGazetteer(WOF).table)
    expect(loadGazetteer([path]).byName.get('عين الاختبار')?.candidates[0]?.lat).toBe(10.5)
  })

  test('refuses what it does not know', () => {
    expect(() => importGazetteer('a,b\n1,2')).toThrow('neither')
  })
})
