import { Link } from '@tanstack/react-router'
import type { Finding, Span } from '../../../../src/model.ts'
import type { Search } from '../../app/search.ts'
import { Evidence } from '../../data/evidence.tsx'
import { Message } from '../../data/message.tsx'
import { Verdict } from '../../data/verdict.tsx'
import { useWords } from '../../i18n/use-words.ts'
import css from './findings.module.css'
import { useReader } from './looking.ts'
import { sentenceAround } from './model/sentences.ts'
import { READER } from './words.ts'

/** What the report says against itself, each with the sentences that say so. */
export function Findings() {
  const { t } = useWords(READER)
  const { detail } = useReader()
  if (detail.findings.length === 0) return <p className={css.none}>{t('findings.none')}</p>
  return (
    <ul className={css.findings}>
      {detail.findings.map((finding) => (
        <FindingItem key={`${finding.kind} ${finding.evidence.map(({ start }) => start).join()} ${finding.message.en}`} finding={finding} />
      ))}
    </ul>
  )
}

function FindingItem({ finding }: { finding: Finding }) {
  const { label, lang } = useWords(READER)
  return (
    <li className={css.finding}>
      <h3>
        <span className={css.kind}>{label(`finding.${finding.kind}`)}</span> <Verdict verdict={finding.verdict} />
      </h3>
      <p>
        <Message text={finding.message[lang]} />
      </p>
      <Sentences spans={finding.evidence} />
    </li>
  )
}

/** The sentences that the spans stand in, each once, leading to its place. */
function Sentences({ spans }: { spans: readonly Span[] }) {
  const { t } = useWords(READER)
  const { index, detail } = useReader()
  return (
    <ol className={css.sentences}>
      {sentencesOf(index.text, spans).map(({ start, end, spans: within }) => (
        <li key={start} lang={detail.card.language}>
          <Link
            to="."
            search={(old: Search) => ({ ...old, at: `${within[0]!.start}-${within.at(-1)!.end}` })}
            resetScroll={false}
            title={t('findings.show')}
            className={css.sentence}
          >
            <Evidence
              evidence={{ text: index.text.slice(start, end), start, end, figure: null, hits: within.map((span) => moved(span, -start)) }}
            />
          </Link>
        </li>
      ))}
    </ol>
  )
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/** Spans by the sentence that they stand in, in the order of the text. */
function sentencesOf(text: string, spans: readonly Span[]): (Span & { spans: Span[] })[] {
  const sentences: (Span & { spans: Span[] })[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = sentences.at(-1)
    if (last && span.end <= last.end) last.spans.push(span)
    else sentences.push({ ...sentenceAround(text, span), spans: [span] })
  }
  return sentences
}
