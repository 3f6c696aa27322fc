import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Case = z.strictObject({
  about: z.string(),
  title: z.string().optional(),
  text: z.string(),
  /** Words of the text, then the namings of their chain from the outlet to the origin; `~` marks an unnamed source, `A|B` allows both. */
  says: z.array(z.array(z.string()).min(1)).min(1),
  /** Act of the last hop of each of the stretches. */
  acts: z.array(z.string()).optional(),
  /** Code of the warning that the case must raise. */
  warns: z.string().optional(),
})
/** A short text of the project's own with the chains of some of its words. */
export type ChainCase = z.infer<typeof Case> & { topic: string }

const folder = new URL('./', import.meta.url)

/** All cases of the folder, file by file. */
export const loadCases = (): ChainCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      z
        .array(Case)
        .parse(parse(readFileSync(new URL(file, folder), 'utf8')))
        .map((one) => ({ ...one, topic: file.replace('.yaml', '') })),
    )
