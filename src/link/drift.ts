import type { Bilingual, Link, Reading } from '../model.ts'
import type { Member } from './estimates.ts'
import type { Figure } from './figures.ts'
import type { FigureRef } from './incidents.ts'
import { profileOf } from './profile.ts'
import { isRough } from './values.ts'

/** A change of one figure on its way from an earlier report to a later one. */
export interface Drift {
  kind: 'became-certain' | 'became-exact' | 'lost-its-source'
  from: FigureRef
  to: FigureRef
  message: Bilingual
}

const MESSAGES: Record<Drift['kind'], Bilingual> = {
  'became-certain': {
    en: 'What was possible, planned or demanded is told as done.',
    ar: 'ما كان محتملا أو مزمعا أو مطلوبا صار يُروى كأنه وقع.',
  },
  'became-exact': { en: 'A range or a vague number became one number.', ar: 'صار المدى أو العدد المبهم عددا واحدا.' },
  'lost-its-source': { en: 'The source that was named is named no more.', ar: 'لم يعد المصدر الذي كان مذكورا يُذكر.' },
}

/**
 * How figures changed along the way: for each two that are not independent, the earlier first.
 *
 * @example driftOf(readings, linkReadings(readings)).filter((one) => one.kind === 'became-certain')
 */
export function driftOf(readings: readonly Reading[], links: readonly Link[]): Drift[] {
  const members = new Map<string, Member>()
  for (const profile of readings.map(profileOf))
    for (const figure of profile.figures) members.set(`${profile.path} ${figure.start}`, { profile, figure })
  return links.flatMap((link) => {
    if (link.kind !== 'comparison' || link.independent === true) return []
    const [a, b] = [members.get(`${link.a.path} ${link.a.start}`), members.get(`${link.b.path} ${link.b.start}`)]
    return a && b ? driftBetween(a, b) : []
  })
}

function driftBetween(a: Member, b: Member): Drift[] {
  const [one, other] = [a.profile.moment, b.profile.moment]
  if (one === null || other === null || one === other) return []
  const [early, late] = one < other ? [a, b] : [b, a]
  return kindsOf(early.figure, late.figure).map((kind) => ({ kind, from: refOf(early), to: refOf(late), message: MESSAGES[kind] }))
}

const refOf = ({ profile, figure }: Member): FigureRef => ({ path: profile.path, start: figure.start, end: figure.end })

function kindsOf(early: Figure, late: Figure): Drift['kind'][] {
  const kinds: Drift['kind'][] = []
  if (early.modality !== 'actual' && early.modality !== 'denied' && late.modality === 'actual') kinds.push('became-certain')
  if (isLoose(early) && late.modifier === 'exact') kinds.push('became-exact')
  if (early.cued && !late.cued) kinds.push('lost-its-source')
  return kinds
}

const isLoose = (figure: Figure): boolean => figure.modifier === 'between' || isRough(figure)

/** The first report, by date, that carries a figure of a group; undated ones come last. */
export const firstAppearance = (members: readonly Member[]): Member | undefined =>
  members.toSorted(
    (a, b) => (a.profile.moment ?? Infinity) - (b.profile.moment ?? Infinity) || (a.profile.path < b.profile.path ? -1 : 1),
  )[0]
