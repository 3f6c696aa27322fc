import type { Ledger, Review } from '../../ledger/index.ts'

/** Why names are shown, since when, and who lifted them. */
export interface Revealed {
  reason: string
  at: string
  by: string
}

/** Whether names are lifted at a desk: a signed review in the ledger says so, another takes it back. */
export interface Reveals {
  now(): Revealed | null
  load(): Promise<void>
  set(reason: string | null): Promise<void>
}

/** What the review names as the output that shows names. */
const OUTPUT = 'workbench'

export function makeReveals(options: { ledger: Ledger; by: string; now: () => Date }): Reveals {
  const { ledger, by } = options
  let found: Review | undefined
  const load = async (): Promise<void> => {
    found = (await ledger.reviews()).findLast(({ undone, action }) => !undone && action.kind === 'reveal' && action.output === OUTPUT)
  }
  return {
    now: () => (found ? { reason: found.reason, at: found.at, by: found.by } : null),
    load,
    set: async (reason) => {
      const at = options.now().toISOString()
      if (reason !== null) await ledger.review({ by, at, reason, action: { kind: 'reveal', output: OUTPUT } })
      else if (found) await ledger.review({ by, at, reason: 'Names are withheld again.', action: { kind: 'undo', review: found.id } })
      await load()
    },
  }
}
