import { memo } from 'react'
import { Chain } from '../../data/chain.tsx'
import { Figure } from '../../data/figure.tsx'
import { ClaimType } from '../../data/types.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ClaimDetail } from './claim-detail.tsx'
import { litClaim, useLooking, useReader } from './looking.ts'
import css from './margin.module.css'
import type { Note, NumberedClaim } from './model/index.ts'
import { READER } from './words.ts'

/** The claims of one sentence: a line for each, and under those that share it the chain that they came through. */
export const MarginNote = memo(function MarginNote({ note }: { note: Note }) {
  const lit = useLooking((looking) => {
    const id = litClaim(looking)
    return note.claims.some((claim) => claim.id === id)
  })
  return (
    <div className={css.note} data-note={note.anchor} data-lit={lit}>
      {byChain(note.claims).map((claims) => (
        <div key={claims[0]!.id} className={css.group}>
          <ul>
            {claims.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} />
            ))}
          </ul>
          <ChainLine claim={claims[0]!} />
        </div>
      ))}
    </div>
  )
})

function ClaimLine({ claim }: { claim: NumberedClaim }) {
  const { t, number } = useWords(READER)
  const { pin, looking } = useReader()
  const { id, view } = claim
  const lit = useLooking((now) => litClaim(now) === id)
  const pinned = useLooking((now) => now.pinned === id)
  return (
    <li className={css.claim} data-lit={lit} data-pinned={pinned} onPointerEnter={() => looking.set({ hover: id })}>
      <button
        type="button"
        id={`claim-${id}`}
        className={css.line}
        aria-expanded={pinned}
        onFocus={() => looking.set({ current: id, hover: null })}
        onClick={() => pin(pinned ? null : id)}
      >
        <span className={css.count}>{number(claim.number)}</span>
        <span className={css.what}>
          <ClaimType type={view.type} modality={view.modality} />{' '}
          {view.figure ? <Figure figure={view.figure} words={view.figure.unit !== 'person'} /> : null}
          {view.contested ? <span className={css.contested}>{t('claim.contested')}</span> : null}
        </span>
      </button>
      {pinned ? <ClaimDetail claim={claim} /> : null}
    </li>
  )
}

function ChainLine({ claim }: { claim: NumberedClaim }) {
  const { looking } = useReader()
  return (
    <div className={css.chain}>
      <Chain chain={claim.view.chain} onHop={(hop) => looking.set({ hop: hop?.span ?? null, hover: hop ? claim.id : null })} />
    </div>
  )
}

/** Claims in a row that came through one chain. */
function byChain(claims: readonly NumberedClaim[]): NumberedClaim[][] {
  const groups: NumberedClaim[][] = []
  for (const claim of claims) {
    const last = groups.at(-1)
    if (last && wayOf(last[0]!) === wayOf(claim)) last.push(claim)
    else groups.push([claim])
  }
  return groups
}

const wayOf = ({ view }: NumberedClaim): string =>
  view.chain.map(({ text, span, act }) => `${text} ${span?.start ?? ''} ${act ?? ''}`).join('\n')
