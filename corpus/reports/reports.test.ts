import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { acquire } from '../../src/acquire/index.ts'
import { packageRoot } from '../../src/lang/data.ts'
import type { Reading } from '../../src/model.ts'
import { readReport } from '../../src/pipeline.ts'
import { f1, type Gold, type Tally, tally } from '../../test/gold.ts'

const folder = join(packageRoot, 'corpus', 'reports')
const golds = globSync('*.json', { cwd: folder })
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold)

/** 0.01 under what was reached, over invented reports that were annotated before and apart from any reading. They only rise. */
const FLOORS = JSON.parse(readFileSync(join(folder, 'floors', 'reached.json'), 'utf8')) as Record<string, number>

let reached: Tally = {}
const failures: string[] = []

beforeAll(async () => {
  const readings = new Map<string, Reading>()
  for await (const one of acquire([folder], { now: new Date(0) })) {
    if (!('error' in one)) readings.set(one.source.path!.split('/').at(-1)!, readReport(one))
  }
  reached = tally(golds, readings, failures)
})

describe('invented reports of many countries', () => {
  it.each(Object.entries(FLOORS))('%s stays at %f or above', (kind, floor) => {
    expect(f1(reached[kind]!), failures.filter((line) => line.includes(` ${kind} `)).join('\n')).toBeGreaterThanOrEqual(floor)
  })
})
