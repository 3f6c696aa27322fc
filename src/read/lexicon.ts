import { loadEntries } from '../lang/ar/entries.ts'
import { arabicSpelling } from '../lang/ar/spelling.ts'
import { listData } from '../lang/data.ts'
import { compileLexicon, type EntryWithForms, type Lexicon } from '../lang/lexicon.ts'

let compiled: Lexicon | undefined

/** Everything the Arabic reader looks words up in: language, event triggers, actors and places, compiled once per process. */
export function arabicLexicon(): Lexicon {
  compiled ??= compileLexicon(allEntries(), arabicSpelling)
  return compiled
}

function* allEntries(): Generator<EntryWithForms> {
  for (const file of listData('src/lang/ar/lexicon')) yield* loadEntries(file)
}
