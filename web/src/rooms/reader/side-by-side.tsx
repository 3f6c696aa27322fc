import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useMemo } from 'react'
import type { CopyView, ReportCard } from '../../../../src/api/shapes.ts'
import type { Search } from '../../app/search.ts'
import { SHELL } from '../../app/words.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './copies.module.css'
import { Published } from './head.tsx'
import { useReader } from './looking.ts'
import { diffWords, type Run } from './model/diff.ts'
import { READER } from './words.ts'

/** Passages that both reports have, what differs marked on both sides. */
export function SideBySide({ copy }: { copy: CopyView }) {
  return (
    <ol className={css.passages}>
      {copy.passages.map((passage) => (
        <Passage key={`${passage.here.start} ${passage.there.start}`} copy={copy} passage={passage} />
      ))}
    </ol>
  )
}

function Passage({ copy: { other }, passage: { here, there, text } }: { copy: CopyView; passage: CopyView['passages'][number] }) {
  const { t } = useWords(READER)
  const { index, detail } = useReader()
  const own = index.text.slice(here.start, here.end)
  const runs = useMemo(() => diffWords(own, text), [own, text])
  const differs = runs.here.some(({ same }) => !same) || runs.there.some(({ same }) => !same)
  const links = [
    <Link key="here" to="." search={(old: Search) => ({ ...old, at: `${here.start}-${here.end}` })} resetScroll={false}>
      {t('passage.here')}
    </Link>,
    <Link key="there" to="/reports/$key" params={{ key: other.key }} search={{ at: `${there.start}-${there.end}` }}>
      {t('passage.there')}
    </Link>,
  ]
  return (
    <li className={css.passage}>
      {differs ? (
        <div className={css.sides}>
          <Side card={detail.card} runs={runs.here} link={links[0]} />
          <Side card={other} runs={runs.there} link={links[1]} />
        </div>
      ) : (
        <section className={css.same}>
          <h4 className={css.identical}>{t('passage.identical')}</h4>
          <Words language={other.language} runs={runs.here} />
          <p className={css.to}>{links}</p>
        </section>
      )}
    </li>
  )
}

function Side({ card, runs, link }: { card: ReportCard; runs: readonly Run[]; link: ReactNode }) {
  const shell = useWords(SHELL).t
  return (
    <section className={css.side}>
      <h4>
        <bdi>{card.outlet ?? shell('chain.no-outlet')}</bdi>
        <span className={css.date}>
          <Published card={card} />
        </span>
      </h4>
      <Words language={card.language} runs={runs} />
      <p className={css.to}>{link}</p>
    </section>
  )
}

/** A passage, what the other side has not marked; white space after a word is not part of what differs. */
function Words({ language, runs }: { language: string; runs: readonly Run[] }) {
  return (
    <p className={css.words} lang={language} dir="auto">
      {runs.map(({ text, same }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs of a passage never move
        <Fragment key={i}>
          {same ? text : <mark>{text.trimEnd()}</mark>}
          {same ? '' : text.slice(text.trimEnd().length)}
        </Fragment>
      ))}
    </p>
  )
}
