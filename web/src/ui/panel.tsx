import type { ReactNode } from 'react'
import css from './panel.module.css'

/** A titled part of a page. `aside` stands at the end of the title's line. */
export function Panel({
  title,
  aside,
  children,
  className = '',
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
  className?: string
}) {
  const id = `panel-${title.replaceAll(/\s+/gu, '-')}`
  return (
    <section className={`${css.panel} ${className}`} aria-labelledby={id}>
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        {aside ? <div className={css.aside}>{aside}</div> : null}
      </header>
      {children}
    </section>
  )
}
