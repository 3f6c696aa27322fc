import { SHELL } from '../../app/words.ts'
import { Chain } from '../../data/chain.tsx'
import { Figure } from '../../data/figure.tsx'
import { ClaimType } from '../../data/types.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ClaimFacts } from './claim-detail.tsx'
import { Findings } from './findings.tsx'
import { useReader } from './looking.ts'
import type { NumberedClaim } from './model/index.ts'
import { Original } from './original.tsx'
import css from './printed.module.css'
import { READER } from './words.ts'

/** What follows the report on paper: its claims by number with their chains, what in it disagrees, and where it came from. */
export function Printed() {
  const { t } = useWords(READER)
  const shell = useWords(SHELL).t
  const { index, detail } = useReader()
  return (
    <div className={css.printed}>
      {index.claims.length > 0 ? (
        <section>
          <h2>{t('print.claims')}</h2>
          <ol className={css.claims}>
            {index.claims.map((claim) => (
              <PrintedClaim key={claim.id} claim={claim} />
            ))}
          </ol>
        </section>
      ) : null}
      {detail.findings.length > 0 ? (
        <section>
          <h2>{t('panel.findings')}</h2>
          <Findings />
        </section>
      ) : null}
      {detail.copies.length > 0 ? (
        <section>
          <h2>{t('panel.copies')}</h2>
          <ul>
            {detail.copies.map(({ other, relation }) => (
              <li key={other.key}>
                {t(`relation.${relation}`)}: <bdi>{other.title ?? shell('untitled')}</bdi>,{' '}
                <bdi>{other.outlet ?? shell('chain.no-outlet')}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t('panel.original')}</h2>
        <Original />
      </section>
    </div>
  )
}

function PrintedClaim({ claim: { number, view } }: { claim: NumberedClaim }) {
  const words = useWords(READER)
  return (
    <li className={css.claim}>
      <span className={css.number}>
        <bdi>[{words.number(number)}]</bdi>
      </span>
      <div>
        <p>
          <ClaimType type={view.type} modality={view.modality} /> {view.figure ? <Figure figure={view.figure} words={false} /> : null}
        </p>
        <Chain chain={view.chain} />
        <ClaimFacts view={view} />
      </div>
    </li>
  )
}
