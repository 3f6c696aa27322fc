import type { Report } from '../model.ts'
import { arabicKnowledge, type FactOptions } from './lexicon.ts'
import { actorOfName, type Registry } from './registry.ts'

/** Whether the reader knows the report's language. */
export const isReadable = (report: Report): boolean => report.language === 'ar' || report.language.startsWith('ar-')

/** Resolves the outlet and the credits of a report to actors of the registry, where their names are known there. */
export function withActors(report: Report, facts: FactOptions = {}): Report {
  const { registry } = arabicKnowledge(facts)
  return {
    ...report,
    outlet: report.outlet && withActor(report.outlet, report.outlet.name, registry),
    credits: report.credits.map((credit) => withActor(credit, credit.text, registry)),
  }
}

function withActor<T extends { actor?: string }>(named: T, name: string, registry: Registry): T {
  const actor = named.actor ?? actorOfName(name, registry)
  return actor === undefined ? named : { ...named, actor }
}
