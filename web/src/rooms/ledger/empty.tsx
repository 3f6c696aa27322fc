import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { claimsQuery } from '../../api/queries.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Loading, Note } from '../../ui/states.tsx'
import css from './empty.module.css'
import { choiceGroup, choiceLabel, type Given } from './labels.ts'
import { choicesOf, groupsOf } from './state/choices.ts'
import { countedBy, type Filters, NOTHING } from './state/state.ts'
import { LEDGER } from './words.ts'

/** Nothing fits: says which filter to loosen, and how many claims that would show. */
export function Empty({ filters, given, choose }: { filters: Filters; given: Given; choose: (filters: Filters) => void }) {
  const words = useWords(LEDGER)
  const { t } = words
  const groups = groupsOf(filters)
  const answers = useQueries({ queries: groups.map(({ loosened }) => claimsQuery(countedBy(loosened), { at: 0, limit: 1 })) })
  if (choicesOf(filters).length === 0)
    return (
      <Note title={t('empty.ledger')} hint={t('empty.ledger.hint')}>
        <Link to="/add">{t('empty.add')}</Link>
      </Note>
    )
  if (answers.some((answer) => answer.isPending)) return <Loading />
  const ways = groups
    .map((group, i) => ({ ...group, total: answers[i]?.data?.total ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
  return (
    <Note title={t('empty.title')} hint={ways.length > 0 ? t('empty.hint') : t('empty.none')}>
      <ul className={css.ways}>
        {ways.map(({ choices, loosened, total }) => {
          const group = choiceGroup(choices[0]!, t)
          const what = choices.map((choice) => choiceLabel(choice, given, words)).join(words.lang === 'ar' ? '، ' : ', ')
          return (
            <li key={`${group} ${what}`}>
              <Button onClick={() => choose(loosened)}>
                <span>
                  {group ? `${group}: ` : ''}
                  <bdi>{what}</bdi>
                </span>
                <span className={css.count}>{t('claims', { count: total })}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      <div className={css.all}>
        <Button tone="quiet" onClick={() => choose({ ...NOTHING, sort: filters.sort })}>
          {t('chosen.clear')}
        </Button>
      </div>
    </Note>
  )
}
