import { oneLine } from '../../export/direction.ts'
import { pathOf } from '../../link/key.ts'
import { sourceKey } from '../../link/profile.ts'
import { momentOf } from '../../link/when.ts'
import type { Claim, Reading } from '../../model.ts'
import { fold } from '../../text/fold.ts'
import type { Measured } from '../desk/measures.ts'

/** A claim's figure as measures are made of it; null where the claim has none. */
export function measuredOf(reading: Reading, claim: Claim, key: string): Measured | null {
  const { report, mentions } = reading
  const quantity = mentions.quantities.find(({ id }) => id === claim.figure)
  if (!quantity) return null
  const { start, min, max, modifier, unit, counted } = quantity
  const outlet = report.outlet ? (report.outlet.actor ?? `name:${fold(oneLine(report.outlet.name))}`) : ''
  return {
    claim: claim.id,
    start,
    headline: report.blocks.some((block) => block.kind === 'title' && block.start <= start && start < block.end),
    type: claim.type,
    unit,
    of: counted?.of ?? null,
    nationality: counted?.nationality ?? null,
    place: claim.place ? { id: claim.place.place, name: claim.place.name } : null,
    time: claim.time?.edtf ?? null,
    profile: { key, path: pathOf(reading), moment: momentOf(report.published?.edtf), outlet },
    figure: {
      min,
      max,
      modifier,
      hops: claim.chain.filter((hop) => hop.named).map((hop) => sourceKey(hop.actor, hop.text)),
      source: claim.origin ? oneLine(claim.origin.name) : null,
    },
  }
}
