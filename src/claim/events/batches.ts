import type { Term } from '../../lang/annotate.ts'
import type { EventType } from '../../model.ts'
import type { Hit } from './hits.ts'
import { Marks } from './marks.ts'
import type { Scene } from './scene.ts'

interface Batch {
  of: EventType[]
}

/** Sentences back in which what a batch is of must have been told; a title tells it for the whole report. */
const REACH = 6

/**
 * Hits for nouns that speak again of an event told before: 'الدفعة الثانية', 'الصفقة', 'تلك القافلة' are of the exchange, the
 * release or the evacuation that was told of last.
 */
export function batchHits(
  { document, terms, marks, clauseOf }: Pick<Scene, 'document' | 'terms' | 'marks' | 'clauseOf'>,
  hits: readonly Hit[],
): Hit[] {
  const found: Hit[] = []
  for (let at = 0; at < document.tokens.length; at++) {
    if ((marks[at]! & Marks.batch) === 0) continue
    const term = terms.at[at]?.find(({ entry }) => entry.class === 'batch') as Term<Batch> | undefined
    if (!term || hits.some((hit) => hit.first <= at && at <= hit.last)) continue
    const told = lastTold(document, hits, at, new Set(term.entry.value.of))
    if (!told) continue
    found.push({
      first: at,
      last: term.last,
      sentence: document.sentenceOf[at]!,
      clause: clauseOf[at]!,
      proclitics: term.proclitics,
      suffix: '',
      again: true,
      options: [
        {
          trigger: { ...told.trigger, kind: 'idiom', patient: 'object', of: undefined, open: false, adjacent: false },
          features: undefined,
        },
      ],
    })
  }
  return found
}

/** The event of one of the types told last before a token; events of the title and the same sentence count too. */
function lastTold(
  document: Scene['document'],
  hits: readonly Hit[],
  at: number,
  of: ReadonlySet<EventType>,
): Hit['options'][number] | undefined {
  const sentence = document.sentenceOf[at]!
  let told: Hit['options'][number] | undefined
  for (const hit of hits) {
    const near = sentence - hit.sentence <= REACH || document.sentences[hit.sentence]!.block === 'title'
    if (hit.sentence > sentence || !near) continue
    const option = hit.options.find(
      ({ trigger }) => of.has(trigger.type) && trigger.kind !== 'state' && (!trigger.weak || trigger.type === 'evacuate'),
    )
    if (
      option &&
      (hit.first < at || hit.sentence === sentence) &&
      !(told?.trigger.type === 'exchange' && option.trigger.type !== 'exchange')
    )
      told = option
  }
  return told
}
