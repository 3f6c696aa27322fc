import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { FacetView } from '../../../../../src/api/shapes.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { valueLabel } from '../labels.ts'
import { LEDGER } from '../words.ts'
import css from './facet.module.css'

/** Values shown at first. */
const FIRST = 6
/** From this many on, a facet has a filter of its own. */
const LONG = 12

type FacetOf = FacetView['facets'][number]

interface Props {
  facet: FacetOf
  chosen: readonly string[]
  toggle: (value: string) => void
  isOpenFirst: boolean
}

/** Values of a facet with their counts: the chosen ones on top, then the most frequent. */
export function Facet({ facet, chosen, toggle, isOpenFirst }: Props) {
  const { t, number } = useWords(LEDGER)
  const [open, setOpen] = useState(isOpenFirst || chosen.length > 0)
  const id = useId()
  return (
    <section className={css.facet} data-facet={facet.name}>
      <h3 className={css.name}>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span>{t(`facet.${facet.name}`)}</span>
          {chosen.length > 0 ? <span className={css.badge}>{number(chosen.length)}</span> : null}
          <span className={css.distinct}>{number(facet.distinct)}</span>
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open ? <Values facet={facet} chosen={chosen} toggle={toggle} /> : null}
      </div>
    </section>
  )
}

function Values({ facet, chosen, toggle }: Omit<Props, 'isOpenFirst'>) {
  const words = useWords(LEDGER)
  const { t } = words
  const [wanted, setWanted] = useState('')
  const [all, setAll] = useState(false)
  const labelled = facet.values.map((one) => ({ ...one, text: valueLabel(facet.name, one.value, one.label, words) }))
  const { top, rest } = ordered(labelled, chosen, folded(wanted.trim()))
  const shown = all || wanted !== '' ? rest : rest.slice(0, FIRST)
  const hidden = rest.length - shown.length
  const list = useKeptFocus()
  return (
    <>
      {labelled.length > LONG ? (
        <input
          type="search"
          dir="auto"
          className={css.filter}
          aria-label={t('facet.filter', { facet: t(`facet.${facet.name}`) })}
          placeholder={t('facet.filter.placeholder')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      <ul ref={list} className={css.values}>
        {[...top, ...shown].map((one) => (
          <Value key={one.value} {...one} isChosen={chosen.includes(one.value)} toggle={toggle} />
        ))}
      </ul>
      {top.length + rest.length === 0 ? <p className={css.note}>{wanted === '' ? t('facet.empty') : t('facet.none')}</p> : null}
      {hidden > 0 || (all && rest.length > FIRST) ? (
        <button type="button" className={css.more} onClick={() => setAll(!all)}>
          {all ? t('facet.fewer') : t('facet.more', { count: hidden })}
        </button>
      ) : null}
      {(all || wanted !== '') && facet.distinct > labelled.length ? (
        <p className={css.note}>{t('facet.first', { count: facet.distinct })}</p>
      ) : null}
    </>
  )
}

/** As it is looked for: without vowel signs, hamzas and case. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

interface Labelled {
  value: string
  count: number
  text: string
}

function ordered<T extends Labelled>(values: readonly T[], chosen: readonly string[], wanted: string): { top: T[]; rest: T[] } {
  const top = values.filter((one) => chosen.includes(one.value))
  const rest = values.filter((one) => !chosen.includes(one.value) && folded(one.text).includes(wanted))
  return { top, rest }
}

/** A value that is chosen moves to the top; the focus goes with it. */
function useKeptFocus() {
  const list = useRef<HTMLUListElement>(null)
  const last = useRef<string | null>(null)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const remember = (event: FocusEvent): void => {
      last.current = (event.target as HTMLInputElement).value
    }
    const forget = (event: FocusEvent): void => {
      if (event.relatedTarget) last.current = null
    }
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [])
  useLayoutEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return
    const again = [...(list.current?.querySelectorAll('input') ?? [])].find((input) => input.value === last.current)
    again?.focus()
  })
  return list
}

function Value({ value, text, count, isChosen, toggle }: Labelled & { isChosen: boolean; toggle: (value: string) => void }) {
  const { number } = useWords(LEDGER)
  return (
    <li>
      <label className={css.value} data-chosen={isChosen} data-empty={count === 0}>
        <input type="checkbox" value={value} checked={isChosen} onChange={() => toggle(value)} />
        <bdi title={text}>{text}</bdi>
        <span className={css.count}>{number(count)}</span>
      </label>
    </li>
  )
}
