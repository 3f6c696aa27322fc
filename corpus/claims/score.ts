import type { Claim, Leg } from '../../src/model.ts'
import { type ClaimCase, readCase, typeAndModality } from './load.ts'

/** What came out wrong in one case, by kind; `asked` counts what was asked for. */
export interface Outcome {
  asked: Record<Kind, number>
  wrong: { kind: Kind; what: string }[]
}
export type Kind = 'figure' | 'type' | 'modality' | 'place' | 'time' | 'role' | 'leg' | 'event'
type Read = ReturnType<typeof readCase>

/** Reads a case and compares it with what its author asked for. */
export function scoreCase(one: ClaimCase): Outcome {
  const outcome: Outcome = { asked: { figure: 0, type: 0, modality: 0, place: 0, time: 0, role: 0, leg: 0, event: 0 }, wrong: [] }
  const got = readCase(one)
  const check = (kind: Kind, ok: boolean, what: string): void => {
    outcome.asked[kind]++
    if (!ok) outcome.wrong.push({ kind, what: `${one.id}: ${what}` })
  }
  for (const figure of one.figures) checkFigure(got, figure, check)
  for (const event of one.events) checkEvent(got, event, check)
  for (const leg of one.legs)
    check(
      'leg',
      legsOf(got).some((other) => sameLeg(got, leg, other)),
      `${leg.giver} -> ${leg.receiver}`,
    )
  return outcome
}

type Check = (kind: Kind, ok: boolean, what: string) => void

function checkFigure(got: Read, { at, is, place, time, roles }: ClaimCase['figures'][number], check: Check): void {
  const [type, modality] = typeAndModality(is)
  const claim = claimAt(got, at)
  check('figure', claim !== undefined, at)
  if (!claim) return
  check('type', claim.type === type, `${at} wanted ${type}, got ${claim.type} (${claim.why.join(' ')})`)
  check('modality', claim.modality === modality, `${at} wanted ${modality}, got ${claim.modality} (${claim.why.join(' ')})`)
  if (place !== undefined) check('place', claim.place?.name === place, `${at} wanted ${place}, got ${claim.place?.name}`)
  if (time !== undefined) check('time', claim.time?.edtf === time, `${at} wanted ${time}, got ${claim.time?.edtf}`)
  checkRoles(got, claim, roles, check)
}

function checkRoles(got: Read, claim: Claim, roles: Record<string, string> | undefined, check: Check): void {
  for (const [role, words] of Object.entries(roles ?? {})) {
    const said = wordsOf(got, claim.roles[role as keyof Claim['roles']])
    check('role', words === 'nobody' ? said === '' : said.includes(words), `${role} wanted ${words}, got ${said}`)
  }
}

function checkEvent(got: Read, { at, is, roles }: ClaimCase['events'][number], check: Check): void {
  const [type, modality] = typeAndModality(is)
  const offset = got.report.text.indexOf(at)
  const claim = got.claims.find(
    (one) => one.type === type && one.modality === modality && one.evidence.start < offset + at.length && offset < one.evidence.end,
  )
  check('event', claim !== undefined, `${at} ${is}`)
  if (claim) checkRoles(got, claim, roles, check)
}

const claimAt = ({ report, mentions, claims }: Read, at: string): Claim | undefined => {
  const offset = report.text.indexOf(at)
  const quantity = mentions.quantities.find(({ start, end }) => start < offset + at.length && offset < end)
  return claims.find(({ figure }) => figure !== undefined && figure === quantity?.id)
}

const wordsOf = ({ report, mentions }: Read, id: string | undefined): string => {
  const all = [...mentions.actors, ...mentions.places, ...mentions.quantities]
  const mention = all.find((one) => one.id === id)
  return mention ? report.text.slice(mention.start, mention.end) : ''
}

const legsOf = ({ claims }: Read): Leg[] => claims.flatMap(({ legs }) => legs ?? [])

const sameLeg = (got: Read, wanted: ClaimCase['legs'][number], leg: Leg): boolean =>
  sameName(wordsOf(got, leg.giver), wanted.giver) &&
  sameName(wordsOf(got, leg.receiver), wanted.receiver) &&
  wanted.figures.every((words) => leg.figures.some((id) => sameName(wordsOf(got, id), words))) &&
  (wanted.unwilling ?? false) === (leg.unwilling ?? false)

const sameName = (a: string, b: string): boolean => a !== '' && (a.includes(b) || b.includes(a))
