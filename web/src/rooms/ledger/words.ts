import { addRoomHelp } from '../../app/room-help.ts'
import { addWords } from '../../i18n/index.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'

export const LEDGER = addWords('ledger', { ar, en })

addRoomHelp({
  room: LEDGER,
  title: 'title',
  keys: [
    ['/', 'keys.search'],
    ['f', 'keys.facets'],
    ['j k', 'keys.walk'],
    ['↓ ↑', 'keys.walk'],
    ['PageDown PageUp', 'keys.screen'],
    ['Home End', 'keys.ends'],
    ['Enter', 'keys.open'],
    ['x', 'keys.pick'],
    ['c', 'keys.copy'],
    ['Escape', 'keys.close'],
  ],
})
