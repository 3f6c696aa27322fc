import 'maplibre-gl/dist/maplibre-gl.css'
import { useNavigate } from '@tanstack/react-router'
import type { Map as MapView } from 'maplibre-gl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { claimsAt } from '../../../app/search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import type { PlaceCount } from './index.tsx'
import { Labels } from './labels.tsx'
import { makeMap } from './make-map.ts'
import { useCircles, usePointing, useThemeColours } from './map-hooks.ts'
import { countries, placeFeatures } from './map-style.ts'
import css from './places.module.css'

/** The map: countries, and a circle for every place, as large as its count. Nothing of it comes from elsewhere. */
export default function PlacesMap({ places }: { places: readonly PlaceCount[] }) {
  const { t, lang } = useWords(OVERVIEW)
  const frame = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapView | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const navigate = useNavigate()
  const features = useMemo(() => placeFeatures(places).features, [places])
  const first = useRef(places)

  useEffect(() => {
    let view: MapView | undefined
    let isGone = false
    countries()
      .then((land) => {
        if (isGone || !frame.current) return
        view = makeMap({ container: frame.current, land, places: first.current, lang, t })
        view.once('idle', () => setDrawn(true))
        setMap(view)
      })
      .catch(() => setFailed(true))
    return () => {
      isGone = true
      setMap(null)
      setDrawn(false)
      view?.remove()
    }
  }, [lang, t])
  useCircles(map, places)
  useThemeColours(map)
  const open = useCallback((place: string) => void navigate(claimsAt({ place })), [navigate])
  const pointed = usePointing(map, open)

  if (hasFailed) return <p className={css.wait}>{t('map.failed')}</p>
  return (
    <>
      <div ref={frame} className={css.map} dir="ltr" data-ready={isDrawn} />
      {map ? <Labels map={map} features={features} lang={lang} pointed={pointed} /> : null}
      <p className={css.borders}>{t('map.borders')}</p>
    </>
  )
}
