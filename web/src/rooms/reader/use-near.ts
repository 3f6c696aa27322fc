import { type RefObject, startTransition, useLayoutEffect, useState } from 'react'

/** How far outside of the screen something is still made ready, in CSS pixels. */
const AHEAD = 900

let observer: IntersectionObserver | null = null
const hearers = new WeakMap<Element, (near: boolean) => void>()

function watch(element: Element, hear: (near: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) hearers.get(target)?.(isIntersecting)
    },
    { rootMargin: `${AHEAD}px 0px` },
  )
  hearers.set(element, hear)
  observer.observe(element)
  return () => observer?.unobserve(element)
}

/**
 * Whether an element is on the screen or near it. It is told in a transition, so that drawing what comes near never holds up scrolling.
 *
 * @param first what is answered before the browser knows
 */
export function useNear(ref: RefObject<Element | null>, first: boolean): boolean {
  const [near, setNear] = useState(first)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    return watch(element, (now) => startTransition(() => setNear(now)))
  }, [ref])
  return near
}
