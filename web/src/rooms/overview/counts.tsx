import { Link, type LinkProps } from '@tanstack/react-router'
import type { Overview } from '../../../../src/api/shapes.ts'
import { claimsAt, type Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import css from './counts.module.css'
import { OVERVIEW } from './words.ts'

type CountName = keyof Overview['counts']

const withSearch = (more: Search): LinkProps['search'] => ((all: Search) => ({ ...all, ...more })) as LinkProps['search']
const reportsAt = (search: Search) => ({ to: '/reports', search }) as const

/** Where each number leads: to what it counts. */
const PLACES: readonly (readonly [name: CountName, target: LinkProps])[] = [
  ['reports', { to: '/reports' }],
  ['copies', { to: '/', hash: 'echoes', search: withSearch({}) }],
  ['outlets', { to: '/', search: withSearch({ list: 'outlet' }) }],
  ['origins', { to: '/', search: withSearch({ list: 'source' }) }],
  ['claims', claimsAt({})],
  ['figures', claimsAt({ figures: 'true' })],
  ['measures', { to: '/compare' }],
  ['contested', { to: '/compare', search: { contested: 'true' } as LinkProps['search'] }],
  ['findings', reportsAt({ findings: 'true' })],
  ['undated', reportsAt({ undated: 'true' })],
]

const toneOf = (name: CountName, value: number): string => (value === 0 ? css.none! : name === 'contested' ? css.contested! : '')

/** The key counts, each leading to what it counts. */
export function Counts({ counts }: { counts: Overview['counts'] }) {
  const { t, number } = useWords(OVERVIEW)
  return (
    <nav aria-label={t('counts')} className={css.frame}>
      <ul className={css.counts}>
        {PLACES.map(([name, target]) => (
          <li key={name} data-count={name}>
            <Link {...target} className={`${css.count} ${toneOf(name, counts[name])}`} resetScroll={target.to !== '/'}>
              <b className={css.value}>{number(counts[name])}</b>{' '}
              <span className={css.of}>{t(`count.${name}`, { count: counts[name] })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
