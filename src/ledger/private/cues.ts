import { z } from 'zod'
import { loadData } from '../../lang/data.ts'
import { fold } from '../../text/fold.ts'

const Cues = z.object({
  kin: z.array(z.string()),
  phone: z.array(z.string()),
  account: z.array(z.string()),
  counted: z.array(z.string()),
  particles: z.array(z.string()),
  sites: z.array(z.string()),
})

/**
 * Spelling key of a folded word of a name: ه for ة and ي for ى, which people exchange in names. Same length as the word.
 *
 * @example nameKey('فاطمة') // 'فاطمه'
 */
export const nameKey = (word: string): string => fold(word).replaceAll('ة', 'ه').replaceAll('ى', 'ي')

export type CueList = keyof z.infer<typeof Cues>
let loaded: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Words of one list of cues.yaml, as spelling keys. Read once. */
export function cues(list: CueList): ReadonlySet<string> {
  loaded ??= new Map(
    Object.entries(Cues.parse(loadData('src/ledger/private/cues.yaml'))).map(([name, words]) => [name, new Set(words.map(nameKey))]),
  )
  return loaded.get(list)!
}
