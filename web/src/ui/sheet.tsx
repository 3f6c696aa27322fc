import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import css from './sheet.module.css'

/** A dialog at the side of the page, as high as the page and on a phone as wide: for what has no room beside the content. */
export function Sheet({
  open,
  onClose,
  title,
  close,
  side = 'end',
  foot,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  close: string
  side?: 'start' | 'end'
  /** What stays in view below. */
  foot?: ReactNode
  children: ReactNode
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={css.ground} />
        <Base.Popup className={css.sheet} data-side={side}>
          <header className={css.head}>
            <Base.Title className={css.title}>{title}</Base.Title>
            <Base.Close className={css.close} aria-label={close}>
              ×
            </Base.Close>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
          <section className={css.body} tabIndex={0} aria-label={title}>
            {children}
          </section>
          {foot ? <footer className={css.foot}>{foot}</footer> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
