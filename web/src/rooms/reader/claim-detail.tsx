import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClaimView } from '../../../../src/api/shapes.ts'
import { nationalityLabel } from '../../../../src/export/figures.ts'
import { nameIn } from '../../data/names.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { useCite } from './citation.ts'
import css from './claim-detail.module.css'
import { useReader } from './looking.ts'
import type { NumberedClaim } from './model/index.ts'
import { READER } from './words.ts'

/** What else is known of a claim, and what can be done with it. */
export function ClaimDetail({ claim }: { claim: NumberedClaim }) {
  return (
    <div className={css.detail}>
      <ClaimFacts view={claim.view} />
      <Lights chained={claim.view.chain.some(({ span }) => span)} figure={claim.view.figure !== null} />
      <Actions claim={claim} />
    </div>
  )
}

/** What the light in the text means. */
function Lights({ chained, figure }: { chained: boolean; figure: boolean }) {
  const { t } = useWords(READER)
  const lights = ['evidence', ...(figure ? ['figure'] : []), ...(chained ? ['source', 'cue', 'scope'] : [])]
  return (
    <p className={css.lights}>
      {t('light')}
      {lights.map((light) => (
        <span key={light} data-light={light}>
          {t(`light.${light}`)}
        </span>
      ))}
    </p>
  )
}

/** Words of the figure, who did what to whom, when and where. */
export function ClaimFacts({ view }: { view: ClaimView }) {
  const { t, label, date, lang } = useWords(READER)
  const { figure, roles, legs, time, place } = view
  const rows: [string, React.ReactNode][] = [
    ...(figure ? [[t('claim.words'), <FigureWords key="words" text={figure.text} />] satisfies [string, React.ReactNode]] : []),
    ...roles.map((role): [string, React.ReactNode] => [
      label(`role.${role.role}` as Parameters<typeof label>[0]),
      <RoleName key={role.role} role={role} />,
    ]),
    ...legs.map((leg): [string, React.ReactNode] => [
      t('claim.leg'),
      <bdi key={leg.giver}>
        {label('exchange.leg', {
          giver: isolate(leg.giver),
          receiver: isolate(leg.receiver),
          figures: leg.figures.map(isolate).join(t('comma')),
        })}
      </bdi>,
    ]),
    ...(figure?.nationality
      ? [[t('claim.nationality'), nationalityLabel(figure.nationality, lang, label)] satisfies [string, string]]
      : []),
    ...(time ? [[t('claim.time'), date(time)] satisfies [string, string]] : []),
    ...(place ? [[t('claim.place'), <PlaceName key="place" place={place} />] satisfies [string, React.ReactNode]] : []),
  ]
  return (
    <dl className={css.facts}>
      {rows.map(([name, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a claim never change
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** First strong isolate: names in another script keep their own direction. */
const isolate = (text: string): string => `\u2068${text}\u2069`

const FigureWords = ({ text }: { text: string }) => (
  <q className={css.words} dir="auto">
    {text}
  </q>
)

function RoleName({ role }: { role: ClaimView['roles'][number] }) {
  const { t } = useWords(READER)
  return (
    <>
      <bdi className={css.name}>{role.text}</bdi>
      {role.loaded ? <span className={css.loaded}>{t('claim.loaded')}</span> : null}
    </>
  )
}

function PlaceName({ place }: { place: NonNullable<ClaimView['place']> }) {
  const { lang } = useWords(READER)
  return <bdi className={lang === 'ar' ? css.name : undefined}>{nameIn(lang, place)}</bdi>
}

function Actions({ claim: { id, view } }: { claim: NumberedClaim }) {
  const { t } = useWords(READER)
  const { detail } = useReader()
  const [why, setWhy] = useState(false)
  const { copied, cite, fallback } = useCite(view)
  const rules = detail.reading.claims.find((claim) => claim.id === id)?.why ?? []
  return (
    <>
      <div className={css.actions}>
        {view.measure ? (
          <Link to="/compare/$measure" params={{ measure: view.measure }}>
            {t('claim.compare')}
          </Link>
        ) : null}
        <Button tone="quiet" onClick={() => void cite()}>
          {t('claim.cite')}
        </Button>
        <Button tone="quiet" aria-expanded={why} onClick={() => setWhy(!why)}>
          {t('claim.explain')}
        </Button>
      </div>
      <p className={css.said} role="status">
        {copied ? t('claim.cited') : ''}
      </p>
      {fallback ? (
        <textarea className={css.citation} readOnly rows={6} dir="auto" aria-label={t('claim.citation')} value={fallback} />
      ) : null}
      {why ? <Rules view={view} rules={rules} /> : null}
    </>
  )
}

/** The rules that made a claim, its figure first. */
function Rules({ view, rules }: { view: ClaimView; rules: readonly string[] }) {
  const { t } = useWords(READER)
  const { detail } = useReader()
  const figure = detail.reading.mentions.quantities.find(({ id }) => id === view.figure?.id)
  const lists: [string, readonly string[]][] = [
    [t('claim.rules'), rules],
    [t('claim.rules.figure'), figure?.why ?? []],
  ]
  return (
    <dl className={css.rules}>
      {lists
        .filter(([, names]) => names.length > 0)
        .map(([name, names]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {names.map((rule) => (
                <code key={rule} dir="ltr">
                  {rule}
                </code>
              ))}
            </dd>
          </div>
        ))}
      <div>
        <dt>{t('claim.rules.version')}</dt>
        <dd>
          <code dir="ltr">{detail.rules}</code>
        </dd>
      </div>
    </dl>
  )
}
