import type { TFunction } from 'i18next'
import { useCallback, useMemo } from 'react'
import { formatDate } from '../../../../src/export/dates.ts'
import { formatBounds, nationalityLabel, populationLabel } from '../../../../src/export/figures.ts'
import type { Labels, Lang } from '../../../../src/export/messages/index.ts'
import type { Reading } from '../../../../src/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useReader } from './looking.ts'
import type { Underline } from './model/index.ts'
import { READER } from './words.ts'

type Mention =
  | Reading['mentions']['quantities'][number]
  | Reading['mentions']['times'][number]
  | Reading['mentions']['places'][number]
  | Reading['mentions']['actors'][number]

/** What a mark says when the pointer rests on it: its kind, and how it was read. */
export function useAbout(): (underline: Underline) => string {
  const { detail } = useReader()
  const { t, lang, label } = useWords(READER)
  const mentions = useMemo(() => mentionsById(detail.reading), [detail])
  return useCallback(
    ({ kind, id }) => {
      const mention = id === null ? undefined : mentions.get(id)
      const meaning = mention ? meaningOf(mention, { t, lang, label }) : ''
      return meaning === '' ? t(`kind.${kind}`) : t('mark.about', { kind: t(`kind.${kind}`), meaning })
    },
    [mentions, t, lang, label],
  )
}

const mentionsById = ({ mentions }: Reading): ReadonlyMap<string, Mention> =>
  new Map<string, Mention>([...mentions.quantities, ...mentions.times, ...mentions.places, ...mentions.actors].map((one) => [one.id, one]))

function meaningOf(mention: Mention, { t, lang, label }: { t: TFunction; lang: Lang; label: Labels }): string {
  if ('unit' in mention) {
    const { counted } = mention
    const of = counted ? populationLabel(counted.of, label) : ''
    const nationality = counted?.nationality ? nationalityLabel(counted.nationality, lang, label) : ''
    return [formatBounds(mention, lang, label), of, nationality].filter(Boolean).join(' · ')
  }
  if ('edtf' in mention) return mention.edtf === null ? label('time.relative') : formatDate(mention.edtf, lang)
  if ('lat' in mention) return mention.metonymOf ? t('mark.metonym', { name: mention.name }) : mention.name
  return 'loaded' in mention ? t('mark.loaded', { name: mention.name }) : mention.name
}
