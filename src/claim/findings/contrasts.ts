import type { Finding } from '../../model.ts'
import { slice } from '../../text/spans.ts'
import type { Scene } from '../events/scene.ts'
import { canAgree, datesDiffer, type Item, isRounded, sameCounted, sameSource, spanOfFigure } from './items.ts'
import { messages, sourceName } from './messages.ts'

/** Sentences from one number to the one that is set against it. */
const NEAR = 2
/** Tokens from the words of contrast to the number they announce. */
const ANNOUNCED = 16

/** Numbers that the report itself sets against each other: 'وهو رقم تنفيه الوزارة التي تتحدث عن …', 'لكن الجيش قال إن عددهم لا يتجاوز …'. */
export function contrastFindings(scene: Scene, items: readonly Item[]): Finding[] {
  const people = items.filter(({ figure, claim, head }) => figure.mention.unit === 'person' && head !== 'title' && SAID.has(claim.modality))
  return people.flatMap((after) => {
    const contrast = contrastBefore(scene, after)
    const before = contrast && people.findLast((item) => isSetAgainst(item, after, contrast))
    return before ? [findingOf(scene, before, after)] : []
  })
}

const SAID: ReadonlySet<string> = new Set(['actual', 'denied'])

interface Contrast {
  at: number
  strong: boolean
}

/** The last words of contrast in the sentence of a figure, not far before it; strong ones before others. */
function contrastBefore({ document, terms }: Scene, { figure }: Item): Contrast | undefined {
  const { first } = document.sentences[figure.sentence]!
  let found: Contrast | undefined
  for (let at = Math.max(first, figure.first - ANNOUNCED); at < figure.first; at++) {
    const term = terms.at[at]?.find(({ entry }) => entry.class === 'contrast')
    if (!term) continue
    const { strong } = term.entry.value as { strong: boolean }
    if (strong || !found?.strong) found = { at, strong }
  }
  return found
}

/** Told before the words of contrast by another source, of the same people, and not to be brought into agreement. */
function isSetAgainst(before: Item, after: Item, { at, strong }: Contrast): boolean {
  const apart = after.figure.sentence - before.figure.sentence
  if (before.figure.first >= at || apart > NEAR || before.claim.modality === 'denied') return false
  const named = before.claim.chain.length > 0 && after.claim.chain.length > 0
  if (!named && !strong) return false
  if (sameSource(before.claim, after.claim) || [before, after].some(({ part, whole, others }) => part || whole || others)) return false
  const { mention: one } = before.figure
  const { mention: other } = after.figure
  if (after.claim.modality !== 'denied' && (canAgree(one, other) || isRounded(one, other))) return false
  if (datesDiffer(before.claim.time?.edtf, after.claim.time?.edtf)) return false
  return strong ? isKin(before, after) : sameCounted(one, other) && before.claim.type === after.claim.type
}

/** Those who are held go by several words. */
const HELD: ReadonlySet<string> = new Set(['prisoners', 'detainees', 'hostages'])

/** The same people by one word or another; a word of no type of its own may tell of the same thing. */
function isKin(a: Item, b: Item): boolean {
  const [x, y] = [a.figure.mention, b.figure.mention]
  const [one, other] = [x.counted?.of ?? 'people', y.counted?.of ?? 'people']
  const counted = sameCounted(x, y) || (HELD.has(one) && HELD.has(other))
  return counted && (a.claim.type === b.claim.type || a.claim.type === 'other' || b.claim.type === 'other' || HELD.has(one))
}

function findingOf({ document: { text } }: Scene, a: Item, b: Item): Finding {
  const [one, other] = [slice(text, spanOfFigure(a)), slice(text, spanOfFigure(b))]
  const [by, from] = [sourceName(a.claim.chain), sourceName(b.claim.chain)]
  return {
    kind: 'figure',
    verdict: 'conflict',
    evidence: [spanOfFigure(a), spanOfFigure(b)],
    claims: [a.claim.id, b.claim.id],
    message: {
      ar: messages.sourcesConflict(one, by.ar, other, from.ar).ar,
      en: messages.sourcesConflict(one, by.en, other, from.en).en,
    },
  }
}
