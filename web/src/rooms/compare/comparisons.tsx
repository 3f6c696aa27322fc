import { useState } from 'react'
import type { MeasureDetail } from '../../../../src/api/shapes.ts'
import type { Verdict as VerdictName } from '../../../../src/model.ts'
import { Message } from '../../data/message.tsx'
import { Verdict } from '../../data/verdict.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import choice from './choice.module.css'
import css from './comparisons.module.css'
import { VERDICTS } from './legend-parts.ts'
import { Side } from './side.tsx'
import { useBeforePrint } from './use-before-print.ts'
import { COMPARE } from './words.ts'

type Pair = MeasureDetail['comparisons'][number]

const STEP = 12
/** Pairs that come onto paper. */
const PRINTED = 100

/** Figures two by two, those that cannot both be right first, each with why. */
export function Pairs({ detail }: { detail: MeasureDetail }) {
  const { t } = useWords(COMPARE)
  const [only, setOnly] = useState<VerdictName | null>(null)
  const [shown, setShown] = useState(STEP)
  useBeforePrint(() => setShown(Math.max(shown, PRINTED)))
  const sorted = detail.comparisons.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
  const pairs = only === null ? sorted : sorted.filter(({ verdict }) => verdict === only)
  const rest = pairs.length - shown
  return (
    <Panel title={t('pairs.title')} aside={<Filter pairs={sorted} only={only} onOnly={setOnly} />} className={css.panel ?? ''}>
      {pairs.length === 0 ? <p className={css.none}>{t('pairs.none')}</p> : null}
      <ol className={css.list}>
        {pairs.slice(0, shown).map((pair) => (
          <PairView key={`${pair.a} ${pair.b}`} pair={pair} detail={detail} />
        ))}
      </ol>
      {rest > 0 ? (
        <p className={css.more}>
          <Button onClick={() => setShown(shown + STEP * 4)}>{t('pairs.more', { count: Math.min(rest, STEP * 4) })}</Button>
        </p>
      ) : null}
    </Panel>
  )
}

function Filter({
  pairs,
  only,
  onOnly,
}: {
  pairs: readonly Pair[]
  only: VerdictName | null
  onOnly: (verdict: VerdictName | null) => void
}) {
  const { t, label, number } = useWords(COMPARE)
  const counts = Map.groupBy(pairs, ({ verdict }) => verdict)
  if (counts.size < 2) return null
  return (
    <fieldset className={choice.choice}>
      <legend className="visually-hidden">{t('pairs.filter')}</legend>
      {[null, ...VERDICTS.filter((verdict) => counts.has(verdict))].map((verdict) => (
        <label key={verdict}>
          <input type="radio" name="pairs" checked={verdict === only} onChange={() => onOnly(verdict)} />
          <span>
            {verdict === null ? t('pairs.all') : label(`verdict.${verdict}`)}{' '}
            {number(verdict === null ? pairs.length : counts.get(verdict)!.length)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function PairView({ pair, detail }: { pair: Pair; detail: MeasureDetail }) {
  const { t, lang } = useWords(COMPARE)
  return (
    <li className={css.pair} data-verdict={pair.verdict}>
      <p className={css.why}>
        <Verdict verdict={pair.verdict} />
        <span>
          <Message text={pair.why[lang]} />
        </span>
        <span className={css.soft}>{t(`pairs.independent.${pair.independent}`)}</span>
      </p>
      <div className={css.sides}>
        <Side detail={detail} index={pair.a} />
        <Side detail={detail} index={pair.b} />
      </div>
    </li>
  )
}
