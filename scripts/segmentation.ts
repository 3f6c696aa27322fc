/**
 * Scores the segmentation of words against a suite of cut words (JSON Lines, `words: [{ w, seg }]`), such as one made from UD Arabic-PUD,
 * and measures its speed. Without a suite it says so and ends well.
 *
 *   node scripts/segmentation.ts [SUITE] [--part 0|1 (every other sentence)] [--errors]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmenter, piecesOf, type Segmenter } from '../src/lang/ar/segment/segment.ts'
import { packageRoot } from '../src/lang/data.ts'
import type { EntryWithForms } from '../src/lang/lexicon.ts'
import { loadGazetteer, placeEntries } from '../src/read/gazetteer.ts'
import { actorEntries, loadRegistry } from '../src/read/registry.ts'
import { fold } from '../src/text/fold.ts'

interface Word {
  w: string
  seg: string[]
}

const args = process.argv.slice(2)
const showErrors = args.includes('--errors')
const part = args.includes('--part') ? Number(args[args.indexOf('--part') + 1]) : undefined
const suite = args.find((arg) => arg.endsWith('.jsonl')) ?? join(packageRoot, '..', 'shared', 'lang', 'segmentation.jsonl')
if (!existsSync(suite)) {
  console.log('No suite of cut words beside the project: nothing scored.')
  process.exit(0)
}

const words = readSuite(suite)
const bare = createSegmenter()
const full = createSegmenter({ entries: knownNames() })
console.log(`${words.length} words, ${new Set(words.map(({ w }) => w)).size} different ones`)
score(
  'nothing cut at all',
  (word) => [word.w],
  (piece) => piece,
)
score(
  'word lists and lexicons alone',
  (word) => piecesOf(bare(word.w)),
  (piece) => piece,
)
const wrong = score(
  'with the names of gazetteer and registry',
  (word) => piecesOf(full(word.w)),
  (piece) => piece,
)
score('the same, spelling folded before', (word) => piecesOf(full(fold(word.w))), fold)
if (showErrors)
  for (const word of new Set(wrong.map(({ w, seg }) => `  ${seg.join('+')}   not ${piecesOf(full(w)).join('+')}`))) console.log(word)
measure()

function readSuite(path: string): Word[] {
  const sentences = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  const taken = sentences.filter((_, at) => part === undefined || at % 2 === part)
  return taken.flatMap((line) => (JSON.parse(line) as { words: Word[] }).words)
}

function* knownNames(): Generator<EntryWithForms> {
  yield* actorEntries(loadRegistry())
  yield* placeEntries(loadGazetteer())
}

function score(title: string, cut: (word: Word) => string[], spell: (piece: string) => string): Word[] {
  const wrong = words.filter((word) => cut(word).join('+') !== word.seg.map(spell).join('+'))
  const right = words.length - wrong.length
  console.log(`${title}: ${right} right (${((100 * right) / words.length).toFixed(2)} %)`)
  return wrong
}

/** Words a second, first sight and again. */
function measure(): void {
  const forms = [...new Set(words.map(({ w }) => w))]
  const again = Array.from({ length: 200 }, () => forms).flat()
  let fresh: Segmenter = bare
  const first = rate(forms.length * 10, () => {
    for (let round = 0; round < 10; round++) {
      fresh = bare.fresh()
      for (const form of forms) fresh(form)
    }
  })
  const second = rate(again.length, () => {
    for (const form of again) fresh(form)
  })
  console.log(
    `${Math.round(first).toLocaleString('en')} words a second at first sight, ${Math.round(second).toLocaleString('en')} from the cache`,
  )
}

function rate(count: number, run: () => void): number {
  const start = performance.now()
  run()
  return (count / (performance.now() - start)) * 1000
}
