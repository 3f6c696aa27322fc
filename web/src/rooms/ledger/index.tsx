import { Loading } from '../../ui/states.tsx'

export function LedgerRoom() {
  return <Loading />
}
