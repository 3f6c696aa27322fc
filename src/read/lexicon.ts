import { eventEntries } from '../events/index.ts'
import { loadEntries } from '../lang/ar/entries.ts'
import { arabicSpelling } from '../lang/ar/spelling.ts'
import { listData } from '../lang/data.ts'
import { compileLexicon, type EntryWithForms, type Lexicon } from '../lang/lexicon.ts'
import { type Gazetteer, loadGazetteer, placeEntries } from './gazetteer.ts'
import { actorEntries, loadRegistry, type Registry } from './registry.ts'

/** Further tables and registry files (paths of the file system) that a team reads with, beside those of the package. */
export interface FactOptions {
  gazetteers?: readonly string[]
  registries?: readonly string[]
}

/** Everything the Arabic reader knows: one lexicon of language, actors and places, and the facts behind its names. */
export interface Knowledge {
  lexicon: Lexicon
  gazetteer: Gazetteer
  registry: Registry
}

const known = new Map<string, Knowledge>()

/**
 * The reader's knowledge, compiled once per process and set of further files.
 *
 * @throws IsnadError bad-data, unreadable
 * @example arabicKnowledge().registry.byId.get('us')
 */
export function arabicKnowledge(options: FactOptions = {}): Knowledge {
  const id = JSON.stringify([options.gazetteers ?? [], options.registries ?? []])
  const before = known.get(id)
  if (before) return before
  const gazetteer = loadGazetteer(options.gazetteers)
  const registry = loadRegistry(options.registries)
  const knowledge = { lexicon: compileLexicon(allEntries(gazetteer, registry), arabicSpelling), gazetteer, registry }
  known.set(id, knowledge)
  return knowledge
}

/** The lexicon of {@link arabicKnowledge}. */
export const arabicLexicon = (options: FactOptions = {}): Lexicon => arabicKnowledge(options).lexicon

function* allEntries(gazetteer: Gazetteer, registry: Registry): Generator<EntryWithForms> {
  for (const file of listData('src/lang/ar/lexicon')) yield* loadEntries(file)
  yield* eventEntries()
  yield* actorEntries(registry)
  yield* placeEntries(gazetteer)
}
