import { Loading } from '../../ui/states.tsx'

export function MeasuresPage() {
  return <Loading />
}
