import { readFileSync } from 'node:fs'
import { oneLine } from '../../export/direction.ts'
import { listData, loadData, packageRoot, parseYaml } from '../../lang/data.ts'
import type { Bilingual } from '../../model.ts'
import { GAZETTEER } from '../../read/gazetteer.ts'
import type { FactOptions } from '../../read/lexicon.ts'
import { REGISTRY } from '../../read/registry.ts'
import type { FacetName } from '../shapes.ts'
import type { Holdings } from './holdings.ts'

/** Names of places and actors in both languages. */
export interface Labels {
  /** Arabic name of a place; null where neither the gazetteer nor a report gives one. */
  placeAr(id: string): string | null
  /** Label of a facet's value; null where the reader's interface has its own word for it. */
  of(facet: FacetName, value: string, id: number, open: boolean): Bilingual | null
}

/** Labels from the package's gazetteer and registry and further ones, else from what the reports say. Tables are read when first asked for. */
export function makeLabels({ places, source, outlet, actor }: Holdings, facts: FactOptions): Labels {
  let gazetteer: ReadonlyMap<string, string> | undefined
  let registry: ReadonlyMap<string, Bilingual> | undefined
  const placeAr = (id: string): string | null => {
    gazetteer ??= arabicPlaces([packageRoot + GAZETTEER, ...(facts.gazetteers ?? [])])
    return gazetteer.get(id) ?? (places.has(id) ? oneLine(places.get(id)!.text) : null)
  }
  const named = (value: string, name: string): Bilingual => {
    registry ??= actorNames(facts.registries ?? [])
    return registry.get(value) ?? { ar: oneLine(name), en: oneLine(name) }
  }
  return {
    placeAr,
    of: (facet, value, id, open) => {
      if (facet === 'place')
        return places.has(value) ? { ar: placeAr(value) ?? places.get(value)!.name, en: places.get(value)!.name } : null
      const tags = facet === 'source' ? source : facet === 'outlet' ? outlet : facet === 'actor' ? actor : null
      return tags && named(value, tags.name(id, open))
    },
  }
}

function arabicPlaces(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const path of paths) {
    const [header = '', ...lines] = readFileSync(path, 'utf8').split('\n')
    const columns = header.trim().split('\t')
    const [id, ar] = [columns.indexOf('id'), columns.indexOf('ar')]
    for (const line of lines) {
      const cells = line.split('\t')
      const name = cells[ar]?.split('|')[0]?.trim()
      if (name && !names.has(cells[id]!)) names.set(cells[id]!, name)
    }
  }
  return names
}

/** Neutral names of the actors of registries: the first Arabic one, and the English one. */
function actorNames(extra: readonly string[]): Map<string, Bilingual> {
  const tables = [...listData(REGISTRY).map(loadData), ...extra.map((path) => parseYaml(readFileSync(path, 'utf8'), path))]
  const rows = tables.flatMap((table) => (Array.isArray(table) ? (table as { id?: string; en?: string; ar?: string[] }[]) : []))
  const names = new Map<string, Bilingual>()
  for (const { id, en, ar } of rows) if (id && en && !names.has(id)) names.set(id, { ar: ar?.[0] ?? en, en })
  return names
}
