import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Overview } from '../../../../../src/api/shapes.ts'
import { claimsAt } from '../../../app/search.ts'
import { nameIn } from '../../../data/names.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { OVERVIEW } from '../words.ts'
import css from './places.module.css'

export type PlaceCount = Overview['places'][number]

const PlacesMap = lazy(() => import('./map.tsx'))

/** Places in the list before all are asked for. */
const SOME = 10

/** Where things happened: a map, and beside it the same places as a list, which is all there is where nothing can be drawn. */
export function PlacesPanel({ places }: { places: readonly PlaceCount[] }) {
  const { t } = useWords(OVERVIEW)
  const [all, setAll] = useState(false)
  const sorted = useMemo(() => places.toSorted((a, b) => b.count - a.count), [places])
  if (places.length === 0)
    return (
      <Panel title={t('places.title')}>
        <p className={css.none}>{t('places.none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('places.title')} aside={t('places.places', { count: places.length })}>
      <MapWhenShown places={sorted} />
      <PlaceList places={sorted} all={all} />
      {places.length > SOME ? (
        <Button tone="quiet" className={css.more} onClick={() => setAll(!all)}>
          {all ? t('places.fewer') : t('places.all', { count: places.length })}
        </Button>
      ) : null}
    </Panel>
  )
}

/** All places are in the list, for print; on the screen the first of them until all are asked for. */
function PlaceList({ places, all }: { places: readonly PlaceCount[]; all: boolean }) {
  const { t, lang, number } = useWords(OVERVIEW)
  const most = places[0]!.count
  return (
    <ol className={css.list} data-all={all}>
      {places.map(({ id, name, nameAr, kind, count }) => (
        <li key={id}>
          <Link {...claimsAt({ place: id })} className={css.place}>
            <bdi>{nameIn(lang, { name, nameAr })}</bdi>
          </Link>
          <span className={css.kind}>{t(`kind.${kind}`)}</span>
          <span className={css.count}>{number(count)}</span>
          <span className={css.bar} aria-hidden="true" style={{ inlineSize: `${(count / most) * 100}%` }} />
        </li>
      ))}
    </ol>
  )
}

/** The map is fetched when it comes into view: it is the largest part of the workbench by far. */
function MapWhenShown({ places }: { places: readonly PlaceCount[] }) {
  const { t } = useWords(OVERVIEW)
  const frame = useRef<HTMLDivElement>(null)
  const [isShown, setShown] = useState(false)
  const [canDraw] = useState(canDrawMaps)
  useEffect(() => {
    if (!frame.current || !canDraw) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setShown(true)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [canDraw])
  if (!canDraw) return <p className={css.none}>{t('map.unable')}</p>
  return (
    <div ref={frame} className={css.frame}>
      {isShown ? (
        <Suspense fallback={<p className={css.wait}>{t('map.loading')}</p>}>
          <PlacesMap places={places} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** Whether this browser has what the map is drawn with (WebGL 2). */
function canDrawMaps(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
