import './help.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { RequestError } from '../../api/client.ts'
import { reportQuery } from '../../api/queries.ts'
import { NotFound } from '../../app/not-found.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { Reader } from './reader.tsx'

export function ReaderRoom() {
  const { key = '' } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useQuery(reportQuery(key))
  if (isPending) return <Loading lines={12} />
  if (error) return isMissing(error) ? <NotFound /> : <Failed error={error} retry={() => void refetch()} />
  return <Reader key={key} detail={data} />
}

const isMissing = (error: Error): boolean => error instanceof RequestError && error.code === 'not-found'
