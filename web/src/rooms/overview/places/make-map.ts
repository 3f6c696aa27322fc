import type { TFunction } from 'i18next'
import { type MapOptions, Map as MapView, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Lang } from '../../../../../src/export/messages/translator.ts'
import { boundsOf } from './bounds.ts'
import type { PlaceCount } from './index.tsx'
import { coloursNow, styleOf } from './map-style.ts'

setWorkerUrl(workerUrl)

/** Free room in pixels around the places; more at the side where the buttons are. */
const ROOM = 36
const ROOM_BY_BUTTONS = 60

/** A flat map of the places, north up. Scrolling over it scrolls the page. */
export function makeMap({
  container,
  land,
  places,
  lang,
  t,
}: {
  container: HTMLElement
  land: GeoJSON.FeatureCollection
  places: readonly PlaceCount[]
  lang: Lang
  t: TFunction
}): MapView {
  const rtl = lang === 'ar'
  const sides: Pick<NonNullable<MapOptions['fitBoundsOptions']>, 'padding'> = {
    padding: { top: ROOM, bottom: ROOM, left: rtl ? ROOM_BY_BUTTONS : ROOM, right: rtl ? ROOM : ROOM_BY_BUTTONS },
  }
  const map = new MapView({
    container,
    style: styleOf(land, places, coloursNow()),
    bounds: boundsOf(places),
    fitBoundsOptions: { ...sides, maxZoom: 6 },
    maxZoom: 11,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: wordsOf(t),
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map.addControl(new NavigationControl({ showCompass: false }), rtl ? 'top-left' : 'top-right')
}

const wordsOf = (t: TFunction): Record<string, string> => ({
  'NavigationControl.ZoomIn': t('map.in'),
  'NavigationControl.ZoomOut': t('map.out'),
  'Map.Title': t('map.label'),
  'CooperativeGesturesHandler.WindowsHelpText': t('map.wheel'),
  'CooperativeGesturesHandler.MacHelpText': t('map.wheel-mac'),
  'CooperativeGesturesHandler.MobileHelpText': t('map.fingers'),
})
