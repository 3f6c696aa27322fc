import { type RefObject, useLayoutEffect, useState } from 'react'

/** How far outside of the screen something is still made ready, in CSS pixels. */
const AHEAD = 1400

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

/** Whether an element is on the screen or near it. */
export function useNear(ref: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    return watch(element, setNear)
  }, [ref])
  return near
}
