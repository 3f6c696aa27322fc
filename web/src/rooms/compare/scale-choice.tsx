import { useWords } from '../../i18n/use-words.ts'
import type { ScaleName } from './chart/scale.ts'
import css from './choice.module.css'
import { COMPARE } from './words.ts'

/** From zero, close up or by factors: only what fits the values is offered. */
export function ScaleChoice({
  scales,
  scale,
  onScale,
}: {
  scales: readonly ScaleName[]
  scale: ScaleName
  onScale: (scale: ScaleName) => void
}) {
  const { t } = useWords(COMPARE)
  return (
    <fieldset className={css.choice}>
      <legend className="visually-hidden">{t('chart.scale')}</legend>
      {scales.map((name) => (
        <label key={name}>
          <input type="radio" name="scale" value={name} checked={name === scale} onChange={() => onScale(name)} />
          <span>{t(`chart.scale.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
