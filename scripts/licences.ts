/** Lists every installed package with its licence, and fails on one that Isnad may not be distributed with. `npm run licences` */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/lang/data.ts'

const FREE =
  /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-[34]\.0|Unlicense|Python-2\.0|Zlib|MPL-2\.0|OFL-1\.1|WTFPL|LGPL-2\.1(-or-later|\+)?)$/

interface Row {
  name: string
  version: string
  licence: string
}

function* packages(folder: string): Generator<Row> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue
    if (entry.name.startsWith('@')) yield* packages(join(folder, entry.name))
    else yield* describe(join(folder, entry.name))
  }
}

function* describe(folder: string): Generator<Row> {
  const manifest = readManifest(folder)
  if (!manifest?.name) return
  yield { name: manifest.name, version: manifest.version ?? '?', licence: licenceOf(manifest) }
}

interface Manifest {
  name?: string
  version?: string
  license?: string | { type: string }
  licenses?: { type: string }[]
}

function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

const licenceOf = ({ license, licenses }: Manifest): string =>
  typeof license === 'string' ? license : (license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? '')

/** One of alternatives suffices; of a conjunction all must be free. */
const isFree = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => FREE.test(part.trim())))

const rows = [...packages(join(packageRoot, 'node_modules'))].sort((a, b) => a.name.localeCompare(b.name))
for (const { name, version, licence } of rows) console.log(`${name}@${version}`.padEnd(52), licence)
const unfree = rows.filter(({ licence }) => !isFree(licence))
for (const { name, licence } of unfree)
  console.error(`Not known to be free: ${name} (${licence || 'no licence given'}). Replace it or add its licence to scripts/licences.ts.`)
process.exitCode = unfree.length > 0 ? 1 : 0
