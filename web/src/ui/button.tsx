import type { ComponentProps } from 'react'
import css from './button.module.css'

/** `quiet` for what stands in a bar, `main` for the one thing a page is for. */
export function Button({ tone = 'plain', className = '', ...rest }: ComponentProps<'button'> & { tone?: 'plain' | 'quiet' | 'main' }) {
  return <button type="button" className={`${css.button} ${css[tone]} ${className}`} {...rest} />
}
