import { Loading } from '../../ui/states.tsx'

export function CompareRoom() {
  return <Loading />
}
