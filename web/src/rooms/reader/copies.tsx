import { Link } from '@tanstack/react-router'
import type { CopyView } from '../../../../src/api/shapes.ts'
import type { Search } from '../../app/search.ts'
import { SHELL } from '../../app/words.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './copies.module.css'
import { Published } from './head.tsx'
import { useReader } from './looking.ts'
import { SideBySide } from './side-by-side.tsx'
import { READER } from './words.ts'

/** Reports that have passages of this one, the most alike first; one of them can be opened beside it. */
export function Copies({ open }: { open: string | null }) {
  const { t } = useWords(READER)
  const { detail } = useReader()
  if (detail.copies.length === 0) return <p className={css.none}>{t('copies.none')}</p>
  return (
    <ul className={css.copies}>
      {detail.copies.map((copy) => (
        <CopyItem key={copy.other.key} copy={copy} open={copy.other.key === open} />
      ))}
    </ul>
  )
}

function CopyItem({ copy, open }: { copy: CopyView; open: boolean }) {
  const { t, number } = useWords(READER)
  const shell = useWords(SHELL).t
  const { other, relation, similarity, earlier, passages } = copy
  return (
    <li className={css.copy} data-open={open}>
      <Link
        to="."
        search={(old: Search) => ({ ...old, panel: 'copies', copy: open ? undefined : other.key })}
        resetScroll={false}
        className={css.head}
        aria-expanded={open}
      >
        <span className={css.relation} data-relation={relation}>
          {t(`relation.${relation}`)}
        </span>
        <span className={css.title}>
          <bdi>{other.title ?? shell('untitled')}</bdi>
        </span>
        <span className={css.facts}>
          <bdi className={css.outlet}>{other.outlet ?? shell('chain.no-outlet')}</bdi>
          <span>
            <Published card={other} />
          </span>
          <span>{t(earlier === null ? 'earlier.unknown' : earlier ? 'earlier.this' : 'earlier.other')}</span>
          <span>{t('similarity', { percent: number(Math.round(similarity * 100)) })}</span>
          <span>{t('passages', { count: passages.length })}</span>
        </span>
      </Link>
      {open ? <SideBySide copy={copy} /> : null}
    </li>
  )
}
