/**
 * Scores the segmentation of words against a suite of cut words (JSON Lines, `words: [{ w, seg }]`), e.g. one made from UD Arabic-PUD.
 * Without a suite it says so and ends well.
 *
 *   node scripts/segmentation.ts [SUITE] [--errors] [--bare]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmenter, piecesOf, type Segmenter } from '../src/lang/ar/segment/segment.ts'
import { packageRoot } from '../src/lang/data.ts'
import { loadGazetteer, placeEntries } from '../src/read/gazetteer.ts'
import { actorEntries, loadRegistry } from '../src/read/registry.ts'
import { fold } from '../src/text/fold.ts'

interface Word {
  w: string
  seg: string[]
}

const args = process.argv.slice(2)
const suite = args.find((arg) => !arg.startsWith('--')) ?? join(packageRoot, '..', 'shared', 'lang', 'segmentation.jsonl')
if (!existsSync(suite)) {
  console.log('No suite of cut words beside the project: nothing scored.')
  process.exit(0)
}
const sentences = readFileSync(suite, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { words: Word[] }).words)
const part = args.find((arg) => arg.startsWith('--part='))?.slice(7)
const words = sentences.filter((_, at) => part === undefined || at % 2 === Number(part)).flat()

const bare = createSegmenter()
const full = args.includes('--bare') ? bare : createSegmenter({ entries: names() })
report('word lists and lexicons only', bare, (word) => word.w)
report('with gazetteer and registry', full, (word) => word.w)
report('the same, spelling folded first', full, (word) => fold(word.w))
speed(full)

function* names() {
  yield* actorEntries(loadRegistry())
  yield* placeEntries(loadGazetteer())
}

function report(title: string, segment: Segmenter, spell: (word: Word) => string): void {
  const wrong = words.filter((word) => piecesOf(segment(spell(word))).join('+') !== word.seg.map((piece) => (spell === plainly ? piece : fold(piece))).join('+') && piecesOf(segment(spell(word))).map(fold).join('+') !== word.seg.map(fold).join('+'))
  const kinds = new Set(words.map((word) => word.w))
  console.log(`${title}: ${words.length - wrong.length} of ${words.length} words right (${percent(1 - wrong.length / words.length)}), ${kinds.size} different words`)
  if (args.includes('--errors') && segment === full) for (const word of new Set(wrong.map((one) => `${one.seg.join('+')}   not ${piecesOf(segment(spell(one))).join('+')}`))) console.log(`  ${word}`)
}
function plainly(word: Word): string {
  return word.w
}
function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
function speed(segment: Segmenter): void {
  void segment
}
