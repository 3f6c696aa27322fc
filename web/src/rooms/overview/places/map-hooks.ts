import type { GeoJSONSource, MapMouseEvent, Map as MapView } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { PlaceCount } from './index.tsx'
import { COLOURS, coloursNow, placeFeatures } from './map-style.ts'

/** Keeps the circles up with the counts, where the map looks stays. */
export function useCircles(map: MapView | null, places: readonly PlaceCount[]): void {
  useEffect(() => {
    if (!map) return
    const draw = (): void => void map.getSource<GeoJSONSource>('places')?.setData(placeFeatures(places))
    if (map.isStyleLoaded()) draw()
    else map.once('load', draw)
    return () => void map.off('load', draw)
  }, [map, places])
}

/** The place that is pointed at; a click on one opens it. */
export function usePointing(map: MapView | null, open: (place: string) => void): string | null {
  const [pointed, setPointed] = useState<string | null>(null)
  useEffect(() => {
    if (!map) return
    const point = (event: MapMouseEvent): void => {
      const id = placeAt(event)
      map.getCanvas().style.cursor = id ? 'pointer' : ''
      setPointed(id)
    }
    const press = (event: MapMouseEvent): void => {
      const id = placeAt(event)
      if (id) open(id)
    }
    const heard = [map.on('mousemove', point), map.on('mouseout', () => setPointed(null)), map.on('click', press)]
    return () => {
      for (const one of heard) one.unsubscribe()
    }
  }, [map, open])
  return pointed
}

function placeAt({ target, point }: MapMouseEvent): string | null {
  if (!target.getLayer('places')) return null
  const id: unknown = target.queryRenderedFeatures(point, { layers: ['places'] })[0]?.properties.id
  return typeof id === 'string' ? id : null
}

/** Puts the map into the colours of the theme that is on, whenever it changes. */
export function useThemeColours(map: MapView | null): void {
  useEffect(() => {
    if (!map) return
    const paint = (): void => {
      const colours = coloursNow()
      for (const [layer, property, name] of COLOURS) map.setPaintProperty(layer, property, colours[name])
    }
    const observer = new MutationObserver(() => map.isStyleLoaded() && paint())
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [map])
}
