import type { StyleSpecification } from 'maplibre-gl'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import atlasUrl from 'world-atlas/countries-50m.json?url'
import type { PlaceCount } from './index.tsx'

/** Colours of the map's parts, by the names of the page's tokens. */
const TOKENS = { sea: '--sunk', land: '--sheet', border: '--line-strong', mark: '--teal' } as const
type Colours = Record<keyof typeof TOKENS, string>

/** Where each colour goes: layer, property, colour. */
export const COLOURS = [
  ['sea', 'background-color', 'sea'],
  ['land', 'fill-color', 'land'],
  ['borders', 'line-color', 'border'],
  ['places', 'circle-color', 'mark'],
  ['places', 'circle-stroke-color', 'mark'],
] as const

/** The tokens' colours in the theme that is on: the map's canvas knows no custom properties. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])) as Colours
}

/** Outlines of the countries, as they come with the workbench. @throws where they cannot be fetched */
export async function countries(): Promise<GeoJSON.FeatureCollection> {
  const response = await fetch(atlasUrl)
  if (!response.ok) throw new Error(`${response.status} ${atlasUrl}`)
  const atlas = (await response.json()) as Topology
  return feature(atlas, atlas.objects.countries!) as GeoJSON.FeatureCollection
}

export interface PlaceFeatures extends GeoJSON.FeatureCollection<GeoJSON.Point, PlaceCount & { radius: number }> {}

/** Radius in pixels of the place with the highest count, among few and among many, and of one with next to none. */
const LARGEST = 20
const LARGEST_OF_MANY = 14
const MANY = 60
const SMALLEST = 3.5

/** Places as points; a circle's area goes with the count. */
export function placeFeatures(places: readonly PlaceCount[]): PlaceFeatures {
  const most = Math.max(...places.map(({ count }) => count))
  const largest = places.length > MANY ? LARGEST_OF_MANY : LARGEST
  return {
    type: 'FeatureCollection',
    features: places.map((place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
      properties: { ...place, radius: Math.max(SMALLEST, largest * Math.sqrt(place.count / most)) },
    })),
  }
}

export function styleOf(land: GeoJSON.FeatureCollection, places: readonly PlaceCount[], colours: Colours): StyleSpecification {
  return {
    version: 8,
    sources: { land: { type: 'geojson', data: land, tolerance: 0.2 }, places: { type: 'geojson', data: placeFeatures(places) } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': colours.border, 'line-width': 0.8 } },
      {
        id: 'places',
        type: 'circle',
        source: 'places',
        layout: { 'circle-sort-key': ['-', 0, ['get', 'count']] },
        paint: {
          'circle-radius': ['get', 'radius'],
          'circle-color': colours.mark,
          'circle-opacity': 0.35,
          'circle-stroke-color': colours.mark,
          'circle-stroke-width': 1.4,
        },
      },
    ],
  }
}
