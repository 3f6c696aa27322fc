import type { MeasureCard } from '../../../src/api/shapes.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'

/** Accounts beside the origins that are counted: outlets of their own that may have it from one of them. */
export function Unsure({ card: { unsure } }: { card: MeasureCard }) {
  const { t } = useWords(SHELL)
  return unsure > 0 ? <span data-unsure={unsure}> ({t('unsure', { count: unsure })})</span> : null
}
