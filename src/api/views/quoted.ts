import { isolateRaw } from '../../export/direction.ts'
import type { Bilingual } from '../../model.ts'

/** Words of a text between quotation marks, and a name in brackets, inside a sentence. */
const QUOTED = /«([^»]*)»|“([^”]*)”|\(([^()]*\p{Script=Arabic}[^()]*)\)/gu

/**
 * A sentence about reports in which what it quotes is isolated (FSI, PDI): two Arabic quotations never change places in an English line.
 *
 * @example isolated({ ar: '«ب»', en: '«b»' }) // { ar: '«\u2068ب\u2069»', en: '«\u2068b\u2069»' }
 */
export const isolated = ({ ar, en }: Bilingual): Bilingual => ({ ar: withIsolates(ar), en: withIsolates(en) })

const withIsolates = (sentence: string): string =>
  sentence.replaceAll(QUOTED, (quoted) => quoted.slice(0, 1) + isolateRaw(quoted.slice(1, -1)) + quoted.slice(-1))
