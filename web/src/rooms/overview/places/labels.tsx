import type { Map as MapView } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { Lang } from '../../../../../src/export/messages/translator.ts'
import { nameIn } from '../../../data/names.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { OVERVIEW } from '../words.ts'
import { type Anchor, place } from './label-places.ts'
import type { PlaceFeatures } from './map-style.ts'
import css from './places.module.css'

/** Where the zoom buttons stand. */
const controls = (width: number, lang: Lang) => ({ x: lang === 'ar' ? 0 : width - 50, y: 0, width: 50, height: 80 })

/** Names over the map, of as many places as have room, the most frequent first; always of the one that is pointed at. */
export function Labels({
  map,
  features,
  lang,
  pointed,
}: {
  map: MapView
  features: PlaceFeatures['features']
  lang: Lang
  pointed: string | null
}) {
  const { number } = useWords(OVERVIEW)
  const [, redraw] = useState(0)
  useEffect(() => {
    const again = (): void => redraw((turn) => turn + 1)
    const heard = [map.on('move', again), map.on('resize', again)]
    return () => {
      for (const one of heard) one.unsubscribe()
    }
  }, [map])
  const container = map.getContainer()
  const size = { width: container.clientWidth, height: container.clientHeight }
  const anchors = features.map(({ geometry, properties }): Anchor => {
    const [lon = 0, lat = 0] = geometry.coordinates
    const { x, y } = map.project([lon, lat])
    const name = nameIn(lang, properties)
    return { id: properties.id, name, count: properties.count, x, y, radius: properties.radius }
  })
  return (
    <div className={css.labels} aria-hidden="true" dir="ltr">
      {place(anchors, { ...size, pointed, taken: [controls(size.width, lang)] }).map(({ id, name, count, x, y, width, align }) => (
        <span
          key={id}
          className={css.label}
          data-pointed={id === pointed}
          style={{ transform: `translate(${x}px, ${y}px)`, inlineSize: width, justifyContent: align }}
        >
          <bdi>{name}</bdi>
          {id === pointed ? <b> {number(count)}</b> : null}
        </span>
      ))}
    </div>
  )
}
