import { Loading } from '../../ui/states.tsx'

export function AddRoom() {
  return <Loading />
}
