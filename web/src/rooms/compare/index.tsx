import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import { measureQuery } from '../../api/queries.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { CompareView } from './compare-view.tsx'
import { measureWords } from './point-words.ts'
import { type CompareState, searchOf, stateOf } from './state.ts'
import { COMPARE } from './words.ts'

/** One measure over time: every figure, who says it in the end, how they disagree. */
export function CompareRoom() {
  const { measure } = useParams({ from: '/compare/$measure' })
  const state = stateOf(useSearch({ strict: false }) as Search)
  const navigate = useNavigate()
  const { data, error, isPlaceholderData, refetch } = useQuery(measureQuery(measure, askedOf(state)))
  const change = (part: Partial<CompareState>): void => {
    const to = '/compare/$measure'
    const search = (before: Search): Search => ({ ...before, ...searchOf({ ...stateOf(before), ...part }) })
    void navigate({ to, params: { measure }, search, replace: true, resetScroll: false })
  }
  const isOther = isPlaceholderData && data?.card.id !== measure
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data || isOther) return <Loading lines={10} />
  return (
    <>
      <PageTitle detail={data} />
      <CompareView key={data.card.id} detail={data} state={state} change={change} />
    </>
  )
}

/** What of the address the server is asked with. */
const askedOf = ({ policy, rank }: CompareState) => ({
  policy: policy === 'range' ? undefined : policy,
  rank: policy === 'source-ranked' ? rank : undefined,
})

function PageTitle({ detail }: { detail: MeasureDetail }) {
  const words = useWords(COMPARE)
  const title = `${measureWords(detail.card, words)} · ${words.t('title')}`
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  return null
}
