import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Vite puts a hash of its content into the name of every file of this folder: it never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/u
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * A file of the built workbench; its front page for an address that names no file, since the workbench knows that one itself.
 * Null where there is no such file. Nothing outside the folder is ever read, by whatever name or link.
 *
 * @param path of the request, still percent-encoded
 */
export async function webFile(root: string, path: string): Promise<Response | null> {
  const name = decoded(path)
  if (name === null) return null
  const isPage = extname(name) === ''
  const file = await inside(root, isPage ? '/index.html' : name)
  if (file === null) return null
  return new Response(await readFile(file), {
    headers: {
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'cache-control': HASHED.test(name) ? FOREVER : 'no-cache',
    },
  })
}

/** The path as it is meant; null for one that is not well formed or wants to climb. */
function decoded(path: string): string | null {
  try {
    const name = decodeURIComponent(path)
    return /\0|\\|(?:^|\/)\.\.?(?:\/|$)/u.test(name) ? null : name
  } catch {
    return null
  }
}

async function inside(root: string, name: string): Promise<string | null> {
  try {
    const [real, folder] = await Promise.all([realpath(join(root, name)), realpath(root)])
    return real.startsWith(folder + sep) && (await stat(real)).isFile() ? real : null
  } catch {
    return null
  }
}
