import { pathOf, reportKey, sourceOf } from '../link/key.ts'
import { daysOf } from '../link/when.ts'
import type { Claim, Quantity, Reading } from '../model.ts'
import { fold } from '../text/fold.ts'
import { sha256 } from './bytes.ts'
import type { AcquisitionRow, ClaimRow, FacetColumns, ReadingRow } from './schema.ts'

/** What an acquisition must say of itself to be kept. */
export interface Kept {
  id: string
  bytes: Uint8Array
  source: { path?: string; url?: string; mediaType: string; retrievedAt?: string }
}

/** The acquisition's row; `digest` is the SHA-256 of the bytes. */
export const acquisitionRow = (acquired: Kept, reading: Reading, digest: string): Omit<AcquisitionRow, 'number'> => ({
  id: reportKey(reading),
  report: reading.report.id,
  sha256: digest,
  source: sourceOf(reading.report),
  path: pathOf(reading),
  media_type: acquired.source.mediaType,
  retrieved_at: acquired.source.retrievedAt ?? null,
})

/** The reading's row: its JSON without the time of retrieval, so that two runs keep the same bytes. */
export function readingRow(reading: Reading): Omit<ReadingRow, 'current'> {
  const { retrievedAt: _, ...source } = reading.report.source
  const json = JSON.stringify({ ...reading, report: { ...reading.report, source } })
  const given = reading.report.published?.basis === 'given' ? 1 : 0
  return { acquisition: reportKey(reading), rules: reading.rules, digest: sha256(json), given, json }
}

/** One row a claim, in the order of the reading, without its facets. */
export function claimRows(reading: Reading): Omit<ClaimRow, keyof FacetColumns>[] {
  const quantities = new Map(reading.mentions.quantities.map((one) => [one.id, one]))
  const acquisition = reportKey(reading)
  return reading.claims.map((claim, number) => ({
    acquisition,
    number,
    ...ofClaim(claim),
    ...ofFigure(quantities.get(claim.figure ?? ''), claim),
  }))
}

const finite = (day: number | undefined): number | null => (day !== undefined && Number.isFinite(day) ? day : null)

function ofClaim(claim: Claim) {
  const days = daysOf(claim.time?.edtf)
  return {
    claim: claim.id,
    type: claim.type,
    modality: claim.modality,
    place: claim.place?.place ?? null,
    place_name: claim.place?.name ?? null,
    edtf: claim.time?.edtf ?? null,
    first_day: finite(days?.first),
    last_day: finite(days?.last),
    origin: claim.origin ? (claim.origin.actor ?? fold(claim.origin.name)) : null,
    origin_name: claim.origin?.name ?? null,
  }
}

function ofFigure(figure: Quantity | undefined, claim: Claim) {
  const { start, end } = figure ?? claim.evidence
  return {
    figure: figure?.id ?? null,
    min: figure?.min ?? null,
    max: figure?.max ?? null,
    modifier: figure?.modifier ?? null,
    unit: figure?.unit ?? null,
    population: figure?.counted?.of ?? null,
    start,
    end,
  }
}
