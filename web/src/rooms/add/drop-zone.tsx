import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import css from './drop-zone.module.css'
import { chosen, dropped } from './dropped.ts'
import { sizeOf } from './size.ts'
import type { Picked } from './staging.ts'
import { ADD } from './words.ts'

/** What the input that takes a folder is told; React's types do not know it. */
const FOLDER = { webkitdirectory: '' }
const REPORTS = '.txt,.text,.html,.htm,.xhtml,.shtml,text/plain,text/html'

/** Files are dropped here, or chosen; folders too. */
export function DropZone({ onPick, limits }: { onPick: (picked: readonly Picked[]) => void; limits: { bytes: number } }) {
  const { t, lang } = useWords(ADD)
  const { isOver, ...drop } = useDrop(onPick)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    onPick(chosen(target.files))
    target.value = ''
  }
  return (
    <section className={css.zone} data-over={isOver} aria-labelledby="drop-title" {...drop}>
      <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" className={css.icon}>
        <path d="M12 5h16l8 8v18M12 5v32h10M28 5v8h8" />
        <path d="M34 28v14M27 35l7 7 7-7" className={css.arrow} />
      </svg>
      <h2 id="drop-title">{isOver ? t('drop.now') : t('drop.title')}</h2>
      <p className={css.about}>{t('drop.about', { size: sizeOf(limits.bytes, lang) })}</p>
      <p className={css.buttons}>
        <Button data-key="files" onClick={() => files.current?.click()}>
          {t('drop.files')}
        </Button>
        <Button data-key="folder" onClick={() => folder.current?.click()}>
          {t('drop.folder')}
        </Button>
      </p>
      <input ref={files} type="file" multiple accept={REPORTS} hidden onChange={take} aria-label={t('drop.files')} data-input="files" />
      <input ref={folder} type="file" multiple hidden onChange={take} aria-label={t('drop.folder')} data-input="folder" {...FOLDER} />
    </section>
  )
}

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false

/** Handlers for a place to drop on. Files that miss it are not opened by the browser, which would leave the page. */
function useDrop(onPick: (picked: readonly Picked[]) => void) {
  const [depth, setDepth] = useState(0)
  useEffect(() => {
    const ignore = (event: globalThis.DragEvent): void => {
      if (hasFiles(event.dataTransfer)) event.preventDefault()
    }
    addEventListener('dragover', ignore)
    addEventListener('drop', ignore)
    return () => {
      removeEventListener('dragover', ignore)
      removeEventListener('drop', ignore)
    }
  }, [])
  return {
    isOver: depth > 0,
    onDragEnter: ({ dataTransfer }: DragEvent) => hasFiles(dataTransfer) && setDepth((now) => now + 1),
    onDragLeave: ({ dataTransfer }: DragEvent) => hasFiles(dataTransfer) && setDepth((now) => Math.max(0, now - 1)),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setDepth(0)
      void dropped(event.dataTransfer).then(onPick)
    },
  }
}
