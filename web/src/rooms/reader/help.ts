import { addRoomHelp } from '../../app/room-help.ts'
import { READER } from './words.ts'

addRoomHelp({
  room: READER,
  title: 'help.title',
  keys: [
    ['j', 'help.next'],
    ['k', 'help.previous'],
    ['Enter', 'help.pin'],
    ['Esc', 'help.unpin'],
    ['1…5', 'help.marks'],
    ['0', 'help.claims'],
    ['f', 'help.findings'],
    ['d', 'help.copies'],
    ['i', 'help.original'],
  ],
})
