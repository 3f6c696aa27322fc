/** Keys of a room, for the help sheet: [keys, name of the message that says what they do]. */
export interface RoomHelp {
  /** Namespace of the messages. */
  room: string
  title: string
  keys: readonly (readonly [string, string])[]
}

const known = new Map<string, RoomHelp>()

/** Called by a room when it is loaded. @example addRoomHelp({ room: LEDGER, title: 'title', keys: [['j', 'keys.next']] }) */
export const addRoomHelp = (help: RoomHelp): void => {
  known.set(help.room, help)
}

/** Help of the rooms that were opened so far. */
export const helpOfRooms = (): readonly RoomHelp[] => [...known.values()]
