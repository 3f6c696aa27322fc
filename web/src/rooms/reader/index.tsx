import { Loading } from '../../ui/states.tsx'

export function ReaderRoom() {
  return <Loading />
}
