import { z } from '@hono/zod-openapi'
import { Reading } from '../../model.ts'
import { ReportKey } from './common.ts'

/* Additions of reports, and the settings. */

/** What an addition of reports came to; sent whole with every event of `/api/runs/{id}/events`. */
export const RunView = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'stopped']),
    total: z.int(),
    done: z.int(),
    added: z.int(),
    known: z.int(),
    failed: z.int(),
    /** At most 500: of a longer run those that failed and the newest. */
    items: z.array(
      z.object({
        name: z.string(),
        state: z.enum(['waiting', 'reading', 'added', 'known', 'failed']),
        report: ReportKey.nullable(),
        claims: z.int().nullable(),
        error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Run')

/** A text that was only read: nothing of it is kept. */
export const ReadAnswer = z
  .object({ reading: Reading, masked: z.object({ people: z.int(), contacts: z.int(), counts: z.int() }) })
  .openapi('ReadAnswer')

/** A pasted report. */
export const Paste = z.object({
  text: z.string().min(1),
  title: z.string().max(500).optional(),
  outlet: z.string().max(200).optional(),
  published: z.string().max(40).optional(),
  url: z.string().max(2000).optional(),
})

export const Settings = z
  .object({
    version: z.string(),
    rules: z.string(),
    ledger: z.string().openapi({ description: 'Name of the ledger’s folder.' }),
    /** Changes with every report, review and setting. */
    revision: z.string(),
    reports: z.int(),
    /** Why names are shown, since when; null where they are withheld. */
    revealed: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
    limits: z.object({ bytes: z.int(), files: z.int() }),
    run: z
      .string()
      .nullable()
      .openapi({ description: 'The run that adds reports at the moment: what `isnad serve PATH…` reads is one too.' }),
  })
  .openapi('Settings')

export type RunView = z.infer<typeof RunView>
export type ReadAnswer = z.infer<typeof ReadAnswer>
export type Paste = z.infer<typeof Paste>
export type Settings = z.infer<typeof Settings>
