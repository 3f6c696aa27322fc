import { readFileSync } from 'node:fs'
import { oneLine } from '../../export/direction.ts'
import { listData, loadData, packageRoot, parseYaml } from '../../lang/data.ts'
import type { Bilingual } from '../../model.ts'
import { GAZETTEER } from '../../read/gazetteer.ts'
import type { FactOptions } from '../../read/lexicon.ts'
import { REGISTRY } from '../../read/registry.ts'

/** Names that tables give: a place's in Arabic, an actor's neutral ones. Undefined where they give none. */
export interface Names {
  place(id: string): string | undefined
  actor(id: string): Bilingual | undefined
}

/** Names from the package's gazetteer and registry and further ones; tables are read when first asked for. */
export function makeNames(facts: FactOptions): Names {
  let gazetteer: ReadonlyMap<string, string> | undefined
  let registry: ReadonlyMap<string, Bilingual> | undefined
  return {
    place: (id) => {
      gazetteer ??= arabicPlaces([packageRoot + GAZETTEER, ...(facts.gazetteers ?? [])])
      return gazetteer.get(id)
    },
    actor: (id) => {
      registry ??= actorNames(facts.registries ?? [])
      return registry.get(id)
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
  for (const { id, en, ar } of rows) if (id && en && !names.has(id)) names.set(id, { ar: oneLine(ar?.[0] ?? en), en: oneLine(en) })
  return names
}
