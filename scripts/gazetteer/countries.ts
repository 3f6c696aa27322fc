import type { Settlement } from './geonames.ts'
import { capitalOf, countryCentre, findSettlement, populationOf } from './geonames.ts'
import { nameKey } from './names.ts'
import type { Place } from './place.ts'
import { joined } from './place.ts'
import type { CountryRow } from './sources.ts'

const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const arabic = new Intl.DisplayNames('ar', { type: 'region', fallback: 'none' })

/** CLDR's Arabic name without what it adds in brackets. */
const cldrName = (iso: string) => (arabic.of(iso) ?? '').split('(')[0]?.trim() ?? ''

function arabicNames(row: CountryRow): string[] {
  const seen = new Map<string, string>()
  for (const name of [...row.ar.split('|'), cldrName(row.iso)]) {
    if (name !== '' && !seen.has(nameKey(name))) seen.set(nameKey(name), name)
  }
  return [...seen.values()]
}

/** The seat that a country row names, or the one that GeoNames marks as its capital. */
export function seatOf(row: CountryRow): Settlement | undefined {
  return row.capital === '' ? capitalOf(row.iso) : findSettlement(row.iso, row.capital)
}

/** A country's own entry, at the middle of its inhabited cells; where nobody lives, at the row's own degrees. */
export function countryPlace(row: CountryRow): Place {
  const centre = countryCentre(row.iso)
  return {
    id: `country:${row.iso}`,
    kind: 'country',
    country: row.iso,
    parent: '',
    en: english.of(row.iso) ?? row.iso,
    ar: arabicNames(row),
    ...(centre ?? { lat: Number(row.lat), lon: Number(row.lon) }),
    population: populationOf(row.iso),
    precision: centre === undefined ? 'approximate' : 'mean',
    flags: row.flags,
    source: centre === undefined ? 'cldr+isnad' : 'cldr+isnad+geonames',
  }
}

/** A capital's entry; most stand for their government in the news (flag `metonym:<ISO>`). */
export function capitalPlace(row: CountryRow): Place | undefined {
  const seat = seatOf(row)
  if (seat === undefined || row.capitalAr === '') return undefined
  return joined(seat, { kind: 'city', en: seat.name, ar: row.capitalAr.split('|'), flags: row.capitalFlags })
}
