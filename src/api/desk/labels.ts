import { oneLine } from '../../export/direction.ts'
import type { Bilingual } from '../../model.ts'
import type { FacetName } from '../shapes.ts'
import { arabicPlace, type Holdings } from './holdings.ts'

/** Names of places and actors in both languages. */
export interface Labels {
  /** Arabic name of a place; null where neither the gazetteer nor a report gives one. */
  placeAr(id: string): string | null
  /** Label of a facet's value; null where the reader's interface has its own word for it. */
  of(facet: FacetName, value: string, id: number, open: boolean): Bilingual | null
}

/** Labels from gazetteers and registries, else from what the reports say. */
export function makeLabels(holdings: Holdings): Labels {
  const { places, names, source, outlet, actor } = holdings
  const placeAr = (id: string): string | null => arabicPlace(holdings, id)
  return {
    placeAr,
    of: (facet, value, id, open) => {
      if (facet === 'place')
        return places.has(value) ? { ar: placeAr(value) ?? places.get(value)!.name, en: places.get(value)!.name } : null
      const tags = facet === 'source' ? source : facet === 'outlet' ? outlet : facet === 'actor' ? actor : null
      if (!tags) return null
      const name = oneLine(tags.name(id, open))
      return names.actor(value) ?? { ar: name, en: name }
    },
  }
}
