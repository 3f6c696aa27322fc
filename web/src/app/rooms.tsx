import type { ReactNode } from 'react'

/** A room of the workbench as the navigation shows it. `key` follows `g` on the keyboard. */
export interface RoomEntry {
  to: '/' | '/reports' | '/claims' | '/compare' | '/add'
  /** Name in the shell's words. */
  name: string
  key: string
  icon: ReactNode
}

const icon = (path: string): ReactNode => (
  <svg
    viewBox="0 0 24 24"
    width="20"
    height="20"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={path} />
  </svg>
)

/** In the order of work: what is there, read it, search it, compare it, add to it. Room for nine. */
export const ROOMS: readonly RoomEntry[] = [
  { to: '/', name: 'room.overview', key: 'o', icon: icon('M4 5h7v6H4zM13 5h7v3h-7zM13 11h7v8h-7zM4 14h7v5H4z') },
  { to: '/reports', name: 'room.reports', key: 'r', icon: icon('M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7') },
  { to: '/claims', name: 'room.claims', key: 'l', icon: icon('M4 6h16M4 10h16M4 14h16M4 18h16') },
  { to: '/compare', name: 'room.compare', key: 'c', icon: icon('M4 19V5M4 19h16M8 15h3M10 11h5M13 7h5') },
  { to: '/add', name: 'room.add', key: 'a', icon: icon('M12 5v14M5 12h14') },
]
