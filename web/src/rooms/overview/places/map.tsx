import 'maplibre-gl/dist/maplibre-gl.css'
import { useNavigate } from '@tanstack/react-router'
import { type MapMouseEvent, Map as MapView, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import { claimsAt } from '../../../app/search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import type { PlaceCount } from './index.tsx'
import { Labels } from './labels.tsx'
import { boundsOf, COLOURS, coloursNow, countries, placeFeatures, styleOf } from './map-style.ts'
import css from './places.module.css'

setWorkerUrl(workerUrl)

/** The map: countries, and a circle for every place, as large as its count. Nothing of it comes from elsewhere. */
export default function PlacesMap({ places }: { places: readonly PlaceCount[] }) {
  const { t, lang } = useWords(OVERVIEW)
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapView | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const navigate = useNavigate()

  useEffect(() => {
    let view: MapView | undefined
    let isGone = false
    const words = {
      'NavigationControl.ZoomIn': t('map.in'),
      'NavigationControl.ZoomOut': t('map.out'),
      'Map.Title': t('map.label'),
      'CooperativeGesturesHandler.WindowsHelpText': t('map.wheel'),
      'CooperativeGesturesHandler.MacHelpText': t('map.wheel-mac'),
      'CooperativeGesturesHandler.MobileHelpText': t('map.fingers'),
    }
    void countries()
      .then((land) => {
        if (isGone || !frame.current) return
        view = new MapView({
          container: frame.current,
          style: styleOf(land, places, coloursNow()),
          bounds: boundsOf(places),
          fitBoundsOptions: { padding: { top: 36, bottom: 36, left: lang === 'ar' ? 60 : 36, right: lang === 'ar' ? 36 : 60 }, maxZoom: 6 },
          maxZoom: 11,
          attributionControl: false,
          cooperativeGestures: true,
          dragRotate: false,
          pitchWithRotate: false,
          touchPitch: false,
          locale: words,
        })
        view.touchZoomRotate.disableRotation()
        view.keyboard.disableRotation()
        view.addControl(new NavigationControl({ showCompass: false }), lang === 'ar' ? 'top-left' : 'top-right')
        setMap(view)
      })
      .catch(() => setFailed(true))
    return () => {
      isGone = true
      setMap(null)
      view?.remove()
    }
  }, [places, lang, t])

  useEffect(() => {
    if (!map) return
    const idAt = ({ point }: MapMouseEvent): string | null =>
      (map.queryRenderedFeatures(point, { layers: ['places'] })[0]?.properties.id as string | undefined) ?? null
    const point = (event: MapMouseEvent): void => {
      const id = idAt(event)
      map.getCanvas().style.cursor = id ? 'pointer' : ''
      setPointed(id)
    }
    const open = (event: MapMouseEvent): void => {
      const id = idAt(event)
      if (id) void navigate(claimsAt({ place: id }))
    }
    const leave = (): void => setPointed(null)
    const heard = [map.on('mousemove', point), map.on('mouseout', leave), map.on('click', open)]
    return () => {
      for (const one of heard) one.unsubscribe()
    }
  }, [map, navigate])

  useEffect(() => {
    if (!map) return
    const observer = new MutationObserver(() => {
      for (const [layer, property, name] of COLOURS) map.setPaintProperty(layer, property, coloursNow()[name])
    })
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [map])

  if (hasFailed) return <p className={css.wait}>{t('map.failed')}</p>
  return (
    <>
      <div ref={frame} className={css.map} dir="ltr" data-ready={map !== null} />
      {map ? <Labels map={map} features={placeFeatures(places).features} lang={lang} pointed={pointed} /> : null}
      <p className={css.borders}>{t('map.borders')}</p>
    </>
  )
}
