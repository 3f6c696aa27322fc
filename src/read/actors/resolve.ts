import { type Term, type Terms, termAt } from '../../lang/annotate.ts'
import type { Actor, ActorType } from '../../model.ts'
import type { Document } from '../../text/document.ts'
import type { ActorName } from '../registry.ts'
import type { OrgKind } from './bodies.ts'

/** Whom a stretch of text names. `named` is false for sources that stay nameless ('informed sources', 'a diplomat'). */
export interface Resolved {
  actor?: string
  name: string
  type: ActorType
  named: boolean
  /** Id of the mention that it was resolved to. */
  mention?: string
}

/** What {@link resolveActor} looks in. `actors` in order of start. */
export interface ActorScope {
  document: Document
  terms: Terms
  actors: readonly Actor[]
}

/**
 * The actor that tokens `first`..`last` name: a mention inside them, or the earlier mention that a definite description
 * ('التنظيم', 'الصحيفة', 'الوزارة') stands for. Undefined where the stretch names nobody.
 *
 * @example resolveActor({ document, terms, actors }, { first: 3, last: 3 })?.actor
 */
export function resolveActor(scope: ActorScope, range: { first: number; last: number }): Resolved | undefined {
  const { tokens } = scope.document
  const start = tokens[range.first]!.start
  const end = tokens[range.last]!.end
  const inside = headMention(scope.actors, start, end)
  if (inside) return resolved(inside)
  const earlier = antecedent(scope, range.first)
  return earlier && resolved(earlier)
}

const resolved = (mention: Actor): Resolved => ({
  ...(mention.actor === undefined ? {} : { actor: mention.actor }),
  name: mention.name,
  type: mention.type,
  named: true,
  mention: mention.id,
})

/** Of the mentions that a stretch holds or that hold it: a person before the body he speaks for, else the first. */
function headMention(actors: readonly Actor[], start: number, end: number): Actor | undefined {
  let best: Actor | undefined
  for (const actor of actors) {
    if (actor.start >= end) break
    if (actor.end <= start) continue
    if (actor.type === 'person') return actor
    best ??= actor
  }
  return best
}

/** The most recent earlier mention that the definite description beginning at a token can stand for. */
export function antecedent(scope: ActorScope, first: number): Actor | undefined {
  const short = termAt<ActorName>(scope.terms, first, 'actor-short')
  const kind = termAt<OrgKind>(scope.terms, first, 'org-kind')
  const isDescription = kind && kind.suffix === '' && hasArticle(scope.document, kind)
  if (!short && !isDescription) return undefined
  const before = scope.document.tokens[first]!.start
  const head = isDescription ? bare(scope.document, kind) : ''
  return lastBefore(scope.actors, before, (actor) => fits(scope, actor, short, isDescription ? kind : undefined, head))
}

function lastBefore(actors: readonly Actor[], start: number, matches: (actor: Actor) => boolean): Actor | undefined {
  for (let i = actors.length - 1; i >= 0; i--) if (actors[i]!.end <= start && matches(actors[i]!)) return actors[i]
  return undefined
}

function fits(scope: ActorScope, actor: Actor, short: Term<ActorName> | undefined, kind: Term<OrgKind> | undefined, head: string): boolean {
  if (actor.type === 'person') return false
  if (actor.actor !== undefined && short?.entry.value.uses.some((use) => use.actor.id === actor.actor)) return true
  if (!kind || actor.type !== kind.entry.value.type) return false
  if (actor.actor !== undefined && actor.type !== 'outlet') return false
  const words = firstWord(scope.document.text, actor)
  return words === head || words === `ال${head}` || actor.type === 'outlet'
}

const hasArticle = (document: Document, term: Term): boolean =>
  bareForm(document, term).startsWith('ال') || (term.proclitics.endsWith('ل') && bareForm(document, term).startsWith('ل'))
const bareForm = (document: Document, term: Term): string => document.tokens[term.first]!.form.slice(term.proclitics.length)
const bare = (document: Document, term: Term): string => bareForm(document, term).replace(/^ا?ل/u, '')

const firstWord = (text: string, actor: Actor): string => {
  const stretch = text.slice(actor.start, actor.end)
  const space = stretch.indexOf(' ')
  return space < 0 ? stretch : stretch.slice(0, space)
}
