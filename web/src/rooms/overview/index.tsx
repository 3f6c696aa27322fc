import { Loading } from '../../ui/states.tsx'

export function OverviewRoom() {
  return <Loading />
}
