import { useWords } from '../../i18n/use-words.ts'
import { useReader } from './looking.ts'
import css from './original.module.css'
import { READER } from './words.ts'

/** The file that the report was read from, and where that came from. */
export function Original() {
  const { t, number, date } = useWords(READER)
  const { detail } = useReader()
  const { source, card, rules, newer } = detail
  return (
    <>
      <dl className={css.facts}>
        <Fact name={t('original.file')}>
          <bdi dir="ltr">{fileName(source.path ?? card.path)}</bdi>
        </Fact>
        {source.url ? (
          <Fact name={t('original.url')}>
            <Address url={source.url} />
          </Fact>
        ) : null}
        <Fact name={t('original.type')}>
          <bdi dir="ltr">{source.mediaType}</bdi>
        </Fact>
        <Fact name={t('original.size')}>
          {source.bytes > 0 ? t('original.bytes', { count: source.bytes, size: number(source.bytes) }) : t('original.lost')}
        </Fact>
        <Fact name={t('original.retrieved')}>
          {source.retrievedAt ? date(source.retrievedAt.replace(/:\d\d(?:\.\d+)?Z$/u, 'Z')) : t('original.retrieved.unknown')}
        </Fact>
        <Fact name="SHA-256">
          <code dir="ltr">{source.sha256}</code>
        </Fact>
        <Fact name={t('original.rules')}>
          <bdi dir="ltr">{rules}</bdi>
          {newer > 0 ? ` ${t('original.readings', { count: newer })}` : ''}
        </Fact>
      </dl>
      {source.available ? (
        <a className={css.download} href={`/api/reports/${card.key}/original`} download>
          {t('original.download')}
        </a>
      ) : (
        <p className={css.withheld}>{t(source.bytes > 0 ? 'original.withheld' : 'original.lost.about')}</p>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** An address is a link only where it leads to a page of the web: reports can hold anything. */
function Address({ url }: { url: string }) {
  const { t } = useWords(READER)
  if (!/^https?:\/\//iu.test(url)) return <bdi dir="ltr">{url}</bdi>
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" title={t('original.url.outside')}>
      <bdi dir="ltr">{url}</bdi>
    </a>
  )
}

/** Name of a file without the digits that tell uploads of one name apart. @example fileName('a.txt#1f3a9c20') // 'a.txt' */
export const fileName = (path: string): string => path.replace(/#[0-9a-f]{8}$/u, '')
