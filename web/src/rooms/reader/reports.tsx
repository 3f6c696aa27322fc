import { Loading } from '../../ui/states.tsx'

export function ReportsPage() {
  return <Loading />
}
