import { chainNodes } from '../../export/chains.ts'
import { oneLine } from '../../export/direction.ts'
import { sentenceAround } from '../../export/dossier/desk.ts'
import { figureView } from '../../export/figures.ts'
import { hitsOf } from '../../ledger/search.ts'
import type { Actor, Claim, Hop, Place, Quantity, Reading, Span } from '../../model.ts'
import { contains } from '../../text/spans.ts'
import type { ChainView, ClaimView } from '../shapes.ts'

/** What a view needs that does not stand in the reading: where the claim's values stand among the facets, and its measure. */
export interface Placed {
  /** Key of the report in the ledger. */
  report: string
  outletId: string | null
  /** Value of the `source` facet, and its one name. */
  source: { key: string; name: string } | null
  /** Arabic names of a place, and of an actor by its value of the `actor` facet. */
  placeAr: (id: string) => string | null
  actorAr: (value: string) => string | null
  measure: string | null
  contested: boolean
  /** Value of the `actor` facet of a mention. */
  actorOf: (mention: Mentioned) => string
}

/** An actor as a reading mentions it. */
export type Mentioned = Pick<Reading['mentions']['actors'][number], 'actor' | 'name'>

/** One claim of a reading that may leave, as a row shows it; `words` are what was searched for. */
export function claimView(reading: Reading, claim: Claim, placed: Placed, words = ''): ClaimView {
  const { report } = reading
  const quantity = mentionsOf(reading).quantities.get(claim.figure ?? '')
  return {
    key: `${placed.report}:${claim.id}`,
    report: placed.report,
    outlet: lineOrNull(report.outlet?.name),
    outletId: placed.outletId,
    title: lineOrNull(report.title),
    published: report.published?.edtf ?? null,
    type: claim.type,
    modality: claim.modality,
    figure: quantity ? figureView(report, quantity) : null,
    roles: rolesOf(reading, claim, placed),
    legs: legsOf(reading, claim),
    time: claim.time?.edtf ?? null,
    place: placeOf(reading, claim, placed),
    chain: chainOf(reading, claim),
    origin: claim.origin && placed.source,
    evidence: evidenceOf(reading, claim, quantity, words),
    measure: placed.measure,
    contested: placed.contested,
  }
}

interface Mentions {
  quantities: ReadonlyMap<string, Quantity>
  actors: ReadonlyMap<string, Actor>
  places: ReadonlyMap<string, Place>
}

const indexed = new WeakMap<Reading, Mentions>()

/** Mentions by id, gathered once a reading: a long report has thousands, and as many claims. */
function mentionsOf(reading: Reading): Mentions {
  const known = indexed.get(reading)
  if (known) return known
  const { quantities, actors, places } = reading.mentions
  const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]))
  const made = { quantities: byId(quantities), actors: byId(actors), places: byId(places) }
  indexed.set(reading, made)
  return made
}

const lineOrNull = (text: string | null | undefined): string | null => (text ? oneLine(text) : null)

const wordsAt = (reading: Reading, span: Span): string => oneLine(reading.report.text.slice(span.start, span.end))

function rolesOf(reading: Reading, claim: Claim, { actorOf, actorAr, placeAr }: Placed): ClaimView['roles'] {
  const { actors, places, quantities } = mentionsOf(reading)
  return Object.entries(claim.roles).flatMap(([role, id = '']): ClaimView['roles'] => {
    const actor = actors.get(id)
    if (actor) {
      const { loaded = false, private: hidden = false } = actor
      const value = actorOf(actor)
      const name = { name: oneLine(actor.name), nameAr: actorAr(value) }
      return [{ role, text: wordsAt(reading, actor), ...name, actor: value, loaded, private: hidden }]
    }
    const other = places.get(id) ?? quantities.get(id)
    if (!other) return []
    const text = wordsAt(reading, other)
    const name = 'place' in other ? { name: other.name, nameAr: placeAr(other.place) } : { name: text, nameAr: null }
    return [{ role, text, ...name, loaded: false, private: false }]
  })
}

function legsOf(reading: Reading, claim: Claim): ClaimView['legs'] {
  const { actors, places, quantities } = mentionsOf(reading)
  const text = (id: string): string => {
    const mention = actors.get(id) ?? places.get(id) ?? quantities.get(id)
    return mention ? wordsAt(reading, mention) : ''
  }
  return (claim.legs ?? []).map(({ giver, receiver, figures, unwilling }) => ({
    giver: text(giver),
    receiver: text(receiver),
    figures: figures.map(text),
    unwilling: unwilling === true,
  }))
}

function placeOf(reading: Reading, { place }: Claim, { placeAr }: Placed): ClaimView['place'] {
  if (!place) return null
  const mention = mentionsOf(reading).places.get(place.mention ?? '')
  return { id: place.place, name: place.name, nameAr: placeAr(place.place), text: mention ? wordsAt(reading, mention) : null }
}

/** The chain from the outlet on; hops and credits stand in the text, and so do the words that make a hop one. */
function chainOf(reading: Reading, claim: Claim): ChainView[] {
  const nodes = chainNodes(reading.report, claim)
  const hops = nodes.length - claim.chain.length
  return nodes.map((node, i) => ({ ...node, ...(node.kind === 'hop' ? hopSpans(claim.chain[i - hops]!) : creditSpan(reading, node)) }))
}

const hopSpans = ({ start, end, cue }: Hop): Pick<ChainView, 'span' | 'cue'> => ({ span: { start, end }, ...(cue ? { cue } : {}) })

function creditSpan({ report }: Reading, { kind, text }: { kind: string; text: string }): Pick<ChainView, 'span'> {
  const credit = kind === 'credit' ? report.credits.find((one) => oneLine(one.text) === text) : undefined
  return credit ? { span: credit.span } : {}
}

/** The sentence with the places of its figure and of the words searched for, counted from its beginning. */
function evidenceOf(reading: Reading, claim: Claim, quantity: Quantity | undefined, words: string): ClaimView['evidence'] {
  const { start, end } = sentenceAround({ reading }, claim.evidence)
  const text = reading.report.text.slice(start, end)
  const figure = quantity && contains({ start, end }, quantity) ? { start: quantity.start - start, end: quantity.end - start } : null
  return { text, start, end, figure, hits: words === '' ? [] : hitsOf(text, words) }
}
