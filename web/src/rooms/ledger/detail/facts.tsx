import type { ReactNode } from 'react'
import type { ClaimView } from '../../../../../src/api/shapes.ts'
import { formatBounds } from '../../../../../src/export/figures.ts'
import { SHELL } from '../../../app/words.ts'
import { type Language, useWords } from '../../../i18n/use-words.ts'
import { placeName, roleLabel, roleName, valueLabel } from '../labels.ts'
import { LEDGER } from '../words.ts'
import css from './detail.module.css'

/** Everything that is known of a claim, a fact a line. */
export function Facts({ claim }: { claim: ClaimView }) {
  const words = useWords(LEDGER)
  const facts = [...figureFacts(claim, words), ...placeFacts(claim, words), ...reportFacts(claim, words)]
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{words.t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Fact = readonly [name: string, value: ReactNode]

const some = (name: string, value: string | null | undefined): Fact[] => (value ? [[name, <bdi key={name}>{value}</bdi>]] : [])

function figureFacts({ figure }: ClaimView, words: Language): Fact[] {
  if (!figure) return []
  const { lang, label } = words
  const named = (name: 'population' | 'unit' | 'sex' | 'age' | 'nationality', value: string | undefined): string | undefined =>
    value === undefined ? undefined : valueLabel(name, value, null, words)
  return [
    ...some('fact.figure', formatBounds(figure, lang, label)),
    ...some('fact.words', figure.text),
    ...some('fact.counted', named('population', figure.of)),
    ...some('fact.unit', figure.unit === 'person' ? null : named('unit', figure.unit)),
    ...some('fact.sex', named('sex', figure.sex)),
    ...some('fact.age', named('age', figure.age)),
    ...some('fact.nationality', named('nationality', figure.nationality)),
    ...some('fact.affiliation', figure.affiliation),
    ...some('fact.per', figure.per),
  ]
}

function placeFacts({ time, place }: ClaimView, { date, lang }: Language): Fact[] {
  return [...some('fact.time', time && date(time)), ...some('fact.place', place && placeName(place, lang))]
}

function reportFacts({ outlet, published, title, origin, key }: ClaimView, { date, label }: Language): Fact[] {
  return [
    ...some('fact.origin', origin?.name ?? label('chain.no-origin')),
    ...some('fact.outlet', outlet ?? label('report.no-outlet')),
    ...some('fact.published', published ? date(published) : label('report.undated')),
    ...some('fact.report', title ?? label('report.untitled')),
    ['fact.key', <code key="key" dir="ltr" className={css.key}>{`${key.slice(0, 12)}…${key.slice(key.indexOf(':'))}`}</code>],
  ]
}

/** Who stands where in what is claimed; loaded words are marked as the outlet's own. */
export function Roles({ roles }: Pick<ClaimView, 'roles'>) {
  const words = useWords(LEDGER)
  const { t } = words
  const shell = useWords(SHELL)
  return (
    <dl className={css.facts}>
      {roles.map((one) => {
        const name = roleName(one, words.lang)
        return (
          <div key={`${one.role} ${one.text}`}>
            <dt>{roleLabel(one.role, words)}</dt>
            <dd>
              <bdi>{name}</bdi>
              {one.private ? <small className={css.aside}>{t('detail.private')}</small> : null}
              {name === one.text ? null : (
                <small className={css.aside} data-loaded={one.loaded}>
                  {t('detail.text', { text: one.text })}
                  {one.loaded ? ` · ${shell.t('loaded')}` : ''}
                </small>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Words of a report inside a line of the interface: they keep their direction, and the line keeps its own. */
const isolated = (text: string): string => `\u2068${text}\u2069`

/** Who gave whom to whom. */
export function Legs({ legs }: Pick<ClaimView, 'legs'>) {
  const { label } = useWords(LEDGER)
  return (
    <ul className={css.legs}>
      {legs.map(({ giver, receiver, figures, unwilling }) => (
        <li key={`${giver} ${receiver} ${figures.join()}`}>
          {label('exchange.leg', { giver: isolated(giver), receiver: isolated(receiver), figures: isolated(figures.join('، ')) })}
          {unwilling ? <small className={css.aside}>{label('exchange.unwilling')}</small> : null}
        </li>
      ))}
    </ul>
  )
}
