import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '../../api/queries.ts'
import { useWords } from '../../i18n/use-words.ts'
import { OVERVIEW } from './words.ts'

/**
 * Names of places in the language of the interface, where the gazetteer has them.
 *
 * @example const placeName = usePlaceName(); placeName(line.place)
 */
export function usePlaceName(): (place: { id: string; name: string }) => string {
  const { lang } = useWords(OVERVIEW)
  const { data } = useQuery(overviewQuery)
  if (lang === 'en') return ({ name }) => name
  const names = new Map(data?.places.map(({ id, nameAr }) => [id, nameAr]))
  return ({ id, name }) => names.get(id) ?? name
}
