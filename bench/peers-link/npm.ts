/**
 * The same candidate step with what the npm registry offers, and the hashing of words alone.
 *
 *   node bench/peers-link/npm.ts FILE FOLDER    FOLDER holds the node_modules with minhash and xxhash-wasm
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { hashText } from '../../src/link/hash.ts'

const [file, folder] = process.argv.slice(2)
const required = createRequire(join(resolve(folder!), 'package.json'))
const texts = readFileSync(file!, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text.split(/\s+/u))

/** The sketches of the package, of which only the first texts are made: it is slow. */
const SOME = 500

function sketchByPackage(): number {
  const { Minhash, LshIndex } = required('minhash')
  const index = new LshIndex({ bandSize: 3 })
  texts.slice(0, SOME).forEach((words, number) => {
    const sketch = new Minhash({ numPerm: 126 })
    for (let i = 0; i + 3 <= words.length; i++) sketch.update(words.slice(i, i + 3).join(' '))
    // Its query throws for a band that nobody has: what is sought must stand in the index.
    index.insert(String(number), sketch)
    index.query(sketch)
  })
  return SOME
}

const hashed = (hash: (word: string) => number) => (): number => {
  let sum = 0
  for (const words of texts) for (const word of words) sum ^= hash(word)
  return sum === -1 ? 0 : texts.length
}

function show(name: string, work: () => number): void {
  const before = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(before)
  console.log(`${name.padEnd(24)} ${((user + system) / done).toFixed(1).padStart(8)} µs a report`)
}

const { h32 } = await required('xxhash-wasm')()
for (let round = 0; round < 2; round++) {
  show('minhash (npm)', sketchByPackage)
  show(
    'words, FNV-1a',
    hashed((word) => hashText(word)),
  )
  show('words, xxhash-wasm', hashed(h32))
}
