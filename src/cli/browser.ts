import { spawn } from 'node:child_process'
import type { Io } from './io.ts'

interface Where {
  env: Io['env']
  platform: NodeJS.Platform
  /** Whether a person sits at a terminal. */
  terminal: boolean
}

/**
 * The command that opens an address in the user's browser; null where nobody sits before a desktop.
 *
 * @example browserCommand('http://127.0.0.1:4747', { env: { DISPLAY: ':0' }, platform: 'linux', terminal: true }) // ['xdg-open', …]
 */
export function browserCommand(url: string, { env, platform, terminal }: Where): string[] | null {
  if (!terminal || env.CI || env.BROWSER === 'none') return null
  if (platform === 'darwin') return ['open', url]
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : null
}

/** Opens an address where it can. The address was printed: nothing is lost where it cannot. */
export function openBrowser(url: string, where: Where): void {
  const [command, ...args] = browserCommand(url, where) ?? []
  if (command === undefined) return
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}
