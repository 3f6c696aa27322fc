import { type FormEvent, useRef } from 'react'
import type { Paste } from '../../../../src/api/shapes.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/button.tsx'
import css from './paste-form.module.css'
import type { Sending } from './use-sending.ts'
import { ADD } from './words.ts'

/** A day, a month or a year, as EDTF writes them. */
const DATE = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?'

const FIELDS = ['title', 'outlet', 'published', 'url'] as const

/** A text that was copied from somewhere, with what is known of it. */
export function PasteForm({ sending }: { sending: Sending }) {
  const { t } = useWords(ADD)
  const form = useRef<HTMLFormElement>(null)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (await sending.paste(pasteOf(new FormData(event.currentTarget)))) form.current?.reset()
  }
  return (
    <form ref={form} className={css.form} aria-labelledby="paste-title" onSubmit={(event) => void submit(event)}>
      <h2 id="paste-title">{t('paste.heading')}</h2>
      <label className={css.text}>
        <span>{t('paste.text')}</span>
        <textarea name="text" required rows={9} dir="auto" placeholder={t('paste.placeholder')} />
      </label>
      <Field name="title" wide />
      <Field name="outlet" />
      <Field name="published" pattern={DATE} title={t('paste.published.hint')} placeholder={t('paste.published.example')} />
      <Field name="url" type="url" wide />
      <Button type="submit" tone="main" disabled={sending.isSending} className={css.send}>
        {t('paste.send')}
      </Button>
    </form>
  )
}

interface FieldProps {
  name: (typeof FIELDS)[number]
  wide?: boolean
  type?: string
  pattern?: string
  title?: string
  placeholder?: string
}

function Field({ name, wide = false, type = 'text', ...rest }: FieldProps) {
  const { t } = useWords(ADD)
  const isLatin = name === 'url' || name === 'published'
  return (
    <label className={css.field} data-wide={wide}>
      <span>
        {t(`paste.${name}`)} <small>{t('paste.optional')}</small>
      </span>
      <input name={name} type={type} dir={isLatin ? 'ltr' : 'auto'} autoComplete="off" {...rest} />
    </label>
  )
}

function pasteOf(data: FormData): Paste {
  const said = FIELDS.map((name) => [name, String(data.get(name) ?? '').trim()] as const).filter(([, value]) => value !== '')
  return { text: String(data.get('text') ?? ''), ...Object.fromEntries(said) }
}
