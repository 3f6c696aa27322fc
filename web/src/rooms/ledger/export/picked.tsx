import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { type Shown, useClaimsOf } from '../list/use-claims.ts'
import { MOST_PICKED } from '../state/ranges.ts'
import type { Ledger } from '../state/use-ledger.ts'
import { LEDGER } from '../words.ts'
import css from './export.module.css'
import { copyTable, rowsOf } from './table.ts'

/** What can be done with the rows picked. */
export function Picked({ shown, ledger: { place, go } }: { shown: Shown; ledger: Ledger }) {
  const words = useWords(LEDGER)
  const { t } = words
  const claimsOf = useClaimsOf()
  const [said, setSaid] = useState('')
  const { picked } = place
  const copy = async (): Promise<void> => {
    const claims = await claimsOf(
      shown.query,
      picked.map((row) => row - 1),
    )
    await copyTable(rowsOf(claims, words), words.lang).then(
      () => setSaid(t('picked.copied', { count: claims.length })),
      () => setSaid(t('picked.refused')),
    )
  }
  useKeys({ c: () => void (picked.length > 0 && copy()) })
  return (
    <div className={css.picked} data-empty={picked.length === 0}>
      {picked.length > 0 ? (
        <>
          <span>{t('picked', { count: picked.length })}</span>
          <Button onClick={() => void copy()}>{t('picked.copy')}</Button>
          <Button tone="quiet" onClick={() => go({ picked: [] })}>
            {t('picked.clear')}
          </Button>
        </>
      ) : null}
      <span role="status">{picked.length >= MOST_PICKED ? t('picked.most', { most: MOST_PICKED }) : picked.length > 0 ? said : ''}</span>
    </div>
  )
}
