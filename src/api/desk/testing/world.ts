import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquire, isFailure } from '../../../acquire/index.ts'
import { makeReading } from '../../../export/testing/build.ts'
import * as fixture from '../../../export/testing/fixture.ts'
import { packageRoot } from '../../../lang/data.ts'
import { type Ledger, openLedger } from '../../../ledger/index.ts'
import type { Reading } from '../../../model.ts'
import { readReport } from '../../../pipeline.ts'
import type { DeskOptions } from '../index.ts'

const registries = [join(packageRoot, 'examples', 'registry.yaml')]
let read: Promise<Reading[]> | undefined

/** Readings of the bundled examples, of reports made by hand with private people, and of two that share a private name and a telling count. */
export const someReadings = (): Promise<Reading[]> => {
  read ??= readExamples().then((examples) => [...examples, ...fixture.readings, ...neighbours])
  return read
}

async function readExamples(): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const one of acquire([join(packageRoot, 'examples')], { now: new Date(0) }))
    if (!isFailure(one)) readings.push(readReport(one, { registries }))
  return readings
}

const governorate = { place: 'gn:2', name: 'Aleppo', kind: 'governorate' as const }
const village = { place: 'gn:1', name: 'Kafr', kind: 'village' as const }

/** One marks a person as private and tells a count in a village; the other names the person without a mark, and tells the count without the village. */
const neighbours: Reading[] = [
  makeReading({
    path: 'folder/kafr.txt',
    outlet: 'مرصد الوادي',
    published: '2031-05-01',
    text: 'قال مرصد الوادي إن سامر نعيم الخالد أفرج عنه في كفر الندى بمحافظة حلب مع 3 محتجزين.',
    quantities: { q1: { at: '3 محتجزين', min: 3, max: 3, counted: { at: 'محتجزين', of: 'detainees' } } },
    places: { p1: { at: 'كفر الندى', ...village }, p2: { at: 'محافظة حلب', ...governorate } },
    actors: { a1: { at: 'سامر نعيم الخالد', type: 'person', private: true }, a2: { at: 'مرصد الوادي', type: 'institution' } },
    claims: [
      {
        type: 'release',
        in: 'قال مرصد الوادي إن سامر نعيم الخالد أفرج عنه في كفر الندى بمحافظة حلب مع 3 محتجزين.',
        figure: 'q1',
        roles: { patient: 'a1' },
        place: { place: 'gn:1', name: 'Kafr', mention: 'p1' },
        time: { edtf: '2031-04-30' },
        chain: [{ at: 'مرصد الوادي' }],
      },
    ],
  }),
  makeReading({
    path: 'folder/other.txt',
    outlet: 'صدى الوادي',
    published: '2031-05-02',
    text: 'قال سامر نعيم الخالد إن 3 محتجزين أفرج عنهم في محافظة حلب. هاتف 0944123456.',
    quantities: { q1: { at: '3 محتجزين', min: 3, max: 3, counted: { at: 'محتجزين', of: 'detainees' } } },
    places: { p1: { at: 'محافظة حلب', ...governorate } },
    claims: [
      {
        type: 'release',
        in: 'قال سامر نعيم الخالد إن 3 محتجزين أفرج عنهم في محافظة حلب.',
        figure: 'q1',
        place: { place: 'gn:2', name: 'Aleppo', mention: 'p1' },
        time: { edtf: '2031-04-30' },
        chain: [{ at: 'سامر نعيم الخالد' }],
      },
    ],
  }),
]

/** A name that one report marks as private and another does not. */
export const PRIVATE_NAME = 'سامر نعيم الخالد'

export const addTo = (ledger: Ledger, reading: Reading): Promise<string> => {
  const { id, source, text } = reading.report
  return ledger.add({ id, source, bytes: new TextEncoder().encode(text) }, reading)
}

/** A ledger in a folder of its own, removed by the function it comes with. */
export async function ledgerOf(readings: readonly Reading[]): Promise<{ ledger: Ledger; dir: string; remove: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'isnad-desk-'))
  const ledger = await openLedger({ dir })
  for (const reading of readings) await addTo(ledger, reading)
  const remove = async (): Promise<void> => {
    await ledger.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { ledger, dir, remove }
}

export const KEY = 'test key'
export const deskOptions = (ledger: Ledger): DeskOptions => ({
  ledger,
  key: KEY,
  now: () => new Date('2031-06-01T00:00:00Z'),
  by: 'tester',
  facts: { registries },
})
