import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { MeasureDetail } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Loading } from '../../../ui/states.tsx'
import { COMPARE } from '../words.ts'
import css from './graph.module.css'

const OriginGraphView = lazy(() => import('./graph.tsx').then(({ OriginGraphView: view }) => ({ default: view })))

/** The graph, loaded once it comes into sight. */
export function GraphPanel({ detail }: { detail: MeasureDetail }) {
  const { t } = useWords(COMPARE)
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), { rootMargin: '200px' })
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <Panel title={t('graph.title')} aside={t('graph.aside')}>
      <div ref={place} className={css.place}>
        {isSeen ? (
          <Suspense fallback={<Loading lines={4} />}>
            <OriginGraphView detail={detail} />
          </Suspense>
        ) : null}
      </div>
    </Panel>
  )
}
