import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { FacetView } from '../../../../src/api/shapes.ts'
import { facetsQuery } from '../../api/queries.ts'
import { claimsAt, type Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import css from './listing.module.css'
import { OVERVIEW } from './words.ts'

const LISTED = ['outlet', 'source'] as const
type Listed = (typeof LISTED)[number]

/** The outlets or the origins with their number of claims, over the page; `?list=outlet` opens it. */
export function ListingDialog() {
  const { t } = useWords(OVERVIEW)
  const { list } = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const listed = LISTED.find((one) => one === list)
  const close = (): void => void navigate({ to: '/', search: (all: Search) => ({ ...all, list: undefined }), resetScroll: false })
  return (
    <Dialog
      open={listed !== undefined}
      onOpenChange={(open) => open || close()}
      title={listed ? t(`list.${listed}`) : ''}
      close={t('list.close')}
    >
      {listed ? <Values listed={listed} /> : null}
    </Dialog>
  )
}

function Values({ listed }: { listed: Listed }) {
  const { t, lang, number, label } = useWords(OVERVIEW)
  const { data, error, refetch } = useQuery(facetsQuery({}))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  const facet = data?.facets.find(({ name }) => name === listed)
  if (!facet) return <Loading lines={5} />
  const more = facet.distinct - facet.values.length
  return (
    <>
      <p className={css.about}>{t(`list.${listed}.about`)}</p>
      <ul className={css.values}>
        {facet.values.map((value) => (
          <li key={value.value}>
            <Link {...claimsAt({ [listed]: value.value })}>
              <bdi>{nameOf(value, lang) || t('list.unnamed')}</bdi>
            </Link>
            <span>{label('count.claims', { n: value.count })}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className={css.more}>
          <Link {...claimsAt({})}>{t('list.more', { count: more, n: number(more) })}</Link>
        </p>
      ) : null}
    </>
  )
}

type Value = FacetView['facets'][number]['values'][number]

const nameOf = ({ value, label }: Value, lang: 'ar' | 'en'): string => label?.[lang] ?? value
