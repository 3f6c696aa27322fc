import { annotate, type Terms } from '../lang/annotate.ts'
import type { Mentions, Report, Warning } from '../model.ts'
import { type Document, makeDocument } from '../text/document.ts'
import { readActors } from './actors/index.ts'
import { arabicKnowledge, type FactOptions } from './lexicon.ts'
import { readPlaces } from './places/index.ts'
import { readCardinals } from './quantities/cardinals.ts'
import { readQuantities } from './quantities/index.ts'
import { readTimes } from './times/index.ts'

/** What reading a report gives: its prose in tokens, the words known in it, and the mentions. */
export interface ReadReport {
  document: Document
  terms: Terms
  mentions: Mentions
  warnings: Warning[]
}

/**
 * Reads a cleaned report: times first (a token in a date is no figure), then quantities, actors and places.
 *
 * @throws IsnadError bad-data, unreadable when the facts cannot be loaded
 * @example read(report).mentions.quantities[0]?.min
 */
export function read(report: Report, options: FactOptions = {}): ReadReport {
  const knowledge = arabicKnowledge(options)
  const document = makeDocument(report.text, report.blocks)
  const terms = annotate(document, knowledge.lexicon)
  const warnings: Warning[] = []
  const numbers = readCardinals(document, terms)
  const times = readTimes(document, terms, report, { numbers })
  const quantities = readQuantities(document, terms, { times, numbers })
  const actors = readActors(document, terms, { knowledge, report, quantities, times })
  const places = readPlaces(document, terms, { knowledge, report, quantities, times, actors, warnings })
  return { document, terms, mentions: { quantities, times, places, actors }, warnings }
}
