import { useWords } from '../i18n/use-words.ts'
import { Dialog } from '../ui/dialog.tsx'
import css from './help-sheet.module.css'
import { helpOfRooms } from './room-help.ts'
import { ROOMS } from './rooms.tsx'
import { SHELL } from './words.ts'

/** Every key, by where it works. Rooms add theirs with {@link addRoomHelp}. */
export function HelpSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useWords(SHELL)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('help.title')} close={t('help.close')}>
      <h3>{t('help.everywhere')}</h3>
      <dl className={css.keys}>
        <KeyLine keys={['/']} about={t('help.search')} />
        <KeyLine keys={['?']} about={t('help.help')} />
        <KeyLine keys={['g', 'h']} about={t('help.language')} />
        <KeyLine keys={['g', 't']} about={t('help.theme')} />
        {ROOMS.map(({ to, key, name }) => (
          <KeyLine key={to} keys={['g', key]} about={t('help.go', { room: t(name) })} />
        ))}
      </dl>
      {helpOfRooms().map(({ room, title, keys }) => (
        <RoomKeys key={room} room={room} title={title} keys={keys} />
      ))}
    </Dialog>
  )
}

function RoomKeys({ room, title, keys }: { room: string; title: string; keys: readonly (readonly [string, string])[] }) {
  const { t } = useWords(room)
  return (
    <>
      <h3>{t(title)}</h3>
      <dl className={css.keys}>
        {keys.map(([key, about]) => (
          <KeyLine key={key} keys={key.split(' ')} about={t(about)} />
        ))}
      </dl>
    </>
  )
}

function KeyLine({ keys, about }: { keys: readonly string[]; about: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{about}</dd>
    </div>
  )
}
