import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ClaimView } from '../../../../../src/api/shapes.ts'
import { Evidence } from '../../../data/evidence.tsx'
import { Figure } from '../../../data/figure.tsx'
import { reportAt } from '../../../data/report-at.ts'
import { ClaimType } from '../../../data/types.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { LEDGER } from '../words.ts'
import { ChainDrawn } from './chain-drawn.tsx'
import css from './detail.module.css'
import { Facts, Legs, Roles } from './facts.tsx'

/** A claim in full: its sentence, who said it to whom, and every fact. */
export function ClaimInFull({ claim }: { claim: ClaimView }) {
  const { t } = useWords(LEDGER)
  return (
    <article className={css.claim}>
      <div className={css.what}>
        <ClaimType type={claim.type} modality={claim.modality} />
        {claim.figure ? <Figure figure={claim.figure} words={false} /> : null}
        {claim.contested ? <span className={css.contested}>{t('row.contested')}</span> : null}
      </div>
      <p className={css.links}>
        <Link {...reportAt(claim.key)}>{t('detail.open')}</Link>
        {claim.measure ? (
          <Link to="/compare/$measure" params={{ measure: claim.measure }}>
            {t('detail.compare')}
          </Link>
        ) : null}
      </p>
      <Part title={t('detail.sentence')}>
        <div className={css.sentence}>
          <Evidence evidence={claim.evidence} />
        </div>
      </Part>
      <Part title={t('detail.chain')}>
        <ChainDrawn chain={claim.chain} />
      </Part>
      {claim.roles.length > 0 ? (
        <Part title={t('detail.roles')}>
          <Roles roles={claim.roles} />
        </Part>
      ) : null}
      {claim.legs.length > 0 ? (
        <Part title={t('detail.legs')}>
          <Legs legs={claim.legs} />
        </Part>
      ) : null}
      <Part title={t('detail.facts')}>
        <Facts claim={claim} />
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
