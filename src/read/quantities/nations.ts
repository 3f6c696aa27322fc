import { termAt } from '../../lang/annotate.ts'
import type { Figure, QuantityContext } from './draft.ts'

/** Tokens before a nationality in which a word of taking gives it a population. */
const REACH = 8

/**
 * A bare nationality ('ألماني واحد', '150 تونسيا') takes its population from the figures and verbs around it:
 * the people it stands among in the sentence, or what is done to them.
 */
export function withNationContext(context: QuantityContext, figures: Figure[]): Figure[] {
  return figures.map((figure, i) => {
    if (
      figure.counted?.of !== 'citizens' ||
      !figure.counted.nationality ||
      (!figure.why.includes('figure.nationality') &&
        !figure.why.includes('figure.single') &&
        !figure.why.includes('figure.postposed') &&
        !figure.why.includes('figure.noun'))
    )
      return figure
    const of = peopleAround(context, figures, i)
    return of ? { ...figure, counted: { ...figure.counted, of } } : figure
  })
}

function peopleAround(context: QuantityContext, figures: readonly Figure[], i: number): string | undefined {
  const { document, terms } = context
  const figure = figures[i]!
  const sentence = document.sentenceOf[figure.first]!
  for (let at = figure.first - 1; at >= Math.max(document.sentences[sentence]!.first, figure.first - REACH); at--) {
    const nation = termAt<{ nation?: string }>(terms, at, 'toll')?.entry.value.nation
    if (nation) return nation
  }
  for (const other of [figures[i - 1], joined(context, figure, figures[i + 1])]) {
    if (!other || document.sentenceOf[other.first] !== sentence || other.unit !== 'person') continue
    if (other.counted && SHARED.has(other.counted.of)) return other.counted.of
  }
  return undefined
}

/** Populations that people of one nationality are named among; not what befell others of them. */
const SHARED = new Set([
  'fighters',
  'suspected-fighters',
  'soldiers',
  'police',
  'civilians',
  'hostages',
  'detainees',
  'prisoners',
  'refugees',
  'displaced',
  'migrants',
  'workers',
  'journalists',
  'pupils',
])

/** The next figure, where و joins it on with no clause between. */
const joined = ({ document: { tokens } }: QuantityContext, figure: Figure, next: Figure | undefined): Figure | undefined =>
  next && next.first - figure.next <= 2 && !tokens.slice(figure.next, next.first).some((token) => token.kind === 'punct') ? next : undefined
