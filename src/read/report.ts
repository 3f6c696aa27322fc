import type { Report } from '../model.ts'
import { actorOfName } from './registry.ts'

/** Whether the reader knows the report's language. */
export const isReadable = (report: Report): boolean => report.language === 'ar' || report.language.startsWith('ar-')

/** Resolves the outlet and the credits of a report to actors of the registry, where their names are known there. */
export function withActors(report: Report): Report {
  return {
    ...report,
    outlet: report.outlet && withActor(report.outlet, report.outlet.name),
    credits: report.credits.map((credit) => withActor(credit, credit.text)),
  }
}

function withActor<T extends { actor?: string }>(named: T, name: string): T {
  const actor = named.actor ?? actorOfName(name)
  return actor === undefined ? named : { ...named, actor }
}
