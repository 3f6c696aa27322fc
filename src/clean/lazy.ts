import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/**
 * Loads a package at the moment it is first needed: statistics and page parsers take a quarter of a second to load,
 * and a plain Arabic file needs none of them.
 *
 * @example loadNow<typeof import('jschardet')>('jschardet').detect(bytes)
 */
export const loadNow = <Module>(name: string): Module => require(fileURLToPath(import.meta.resolve(name))) as Module
