import type { Verdict as VerdictName } from '../../../src/model.ts'
import { SHELL } from '../app/words.ts'
import { useWords } from '../i18n/use-words.ts'
import css from './verdict.module.css'

/** The mark of each verdict, so that none is told by colour alone; charts draw the same ones. Centred on 0,0 and about 10 units wide. */
export const VERDICT_MARKS: Record<VerdictName, string> = {
  agrees: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
  rounding: 'M-4.5 -4.5H4.5V4.5H-4.5z',
  scope: 'M0 -5.5 5.5 4.5H-5.5z',
  update: 'M0 5.5 5.5 -4.5H-5.5z',
  conflict: 'M0 -6.2 6.2 0 0 6.2 -6.2 0z',
  compatible: 'M-5 -1.6H-1.6V-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5z',
}

/** A verdict: mark, colour and name. */
export function Verdict({ verdict }: { verdict: VerdictName }) {
  const { label } = useWords(SHELL)
  return (
    <span className={css.verdict} data-verdict={verdict}>
      <svg viewBox="-7 -7 14 14" width="11" height="11" aria-hidden="true">
        <path d={VERDICT_MARKS[verdict]} fill="currentColor" />
      </svg>
      {label(`verdict.${verdict}`)}
    </span>
  )
}
