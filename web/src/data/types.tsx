import type { EventType, Modality } from '../../../src/model.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'
import css from './types.module.css'

/** The event type, and the modality where it is not plain fact. */
export function ClaimType({ type, modality }: { type: EventType; modality: Modality }) {
  const { label } = useWords(SHELL)
  return (
    <span className={css.type}>
      <span className={css.name}>{label(`type.${type}`)}</span>
      {modality === 'actual' ? null : (
        <span className={css.modality} data-modality={modality}>
          {label(`modality.${modality}`)}
        </span>
      )}
    </span>
  )
}
