import type { Kysely } from 'kysely'
import { z } from 'zod'
import { IsnadError } from '../errors.ts'
import type { Regrouping } from '../link/incidents.ts'
import { sha256 } from './bytes.ts'
import type { Tables } from './schema.ts'

const FigureRef = z.object({ path: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })

/** What a reviewer decided. Nothing is overwritten: `undo` names an earlier review and is itself a review. */
export const ReviewAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), figures: z.array(FigureRef).min(2) }),
  z.object({ kind: z.literal('split'), figures: z.array(FigureRef).min(1) }),
  z.object({ kind: z.literal('correct'), figure: FigureRef, field: z.string(), value: z.string() }),
  z.object({ kind: z.literal('note'), figure: FigureRef, text: z.string() }),
  z.object({ kind: z.literal('undo'), review: z.string() }),
  // Private names were shown in an output: what was made, for the reason that the review gives.
  z.object({ kind: z.literal('reveal'), output: z.string() }),
])
export type ReviewAction = z.infer<typeof ReviewAction>

const NewReview = z.object({ by: z.string().min(1), at: z.iso.datetime(), reason: z.string().min(1), action: ReviewAction })
/** A review to add: who, when (UTC, ISO 8601), why, what. */
export type NewReview = z.infer<typeof NewReview>

/** A kept review. `undone` where a later review takes it back. */
export type Review = NewReview & { id: string; undone: boolean }

/**
 * Adds a review and returns its id; the same review again adds nothing.
 *
 * @throws IsnadError `bad-data` where it is not signed or not understood, `not-found` where it undoes an unknown review.
 */
export async function addReview(db: Kysely<Tables>, review: NewReview): Promise<string> {
  const checked = NewReview.safeParse(review)
  if (!checked.success)
    throw new IsnadError({
      code: 'bad-data',
      message: `Not a review: ${z.prettifyError(checked.error)}`,
      hint: 'A review needs by, at, reason and action.',
    })
  const { by, at, reason, action } = checked.data
  const json = JSON.stringify({ reason, action })
  const id = sha256(JSON.stringify([by, at, json]))
  if (action.kind === 'undo') await requireReview(db, action.review)
  await db
    .insertInto('reviews')
    .values({ id, at, by, json })
    .onConflict((c) => c.doNothing())
    .execute()
  return id
}

async function requireReview(db: Kysely<Tables>, id: string): Promise<void> {
  const known = await db.selectFrom('reviews').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) throw new IsnadError({ code: 'not-found', message: `No review ${id}.`, hint: 'List the reviews and take the id from there.' })
}

/** All reviews in order of their time, each marked where it was undone. An undone undo counts no more. */
export async function listReviews(db: Kysely<Tables>): Promise<Review[]> {
  const rows = await db.selectFrom('reviews').selectAll().orderBy('at').orderBy('id').execute()
  const reviews = rows.map(
    ({ id, at, by, json }): Review => ({ id, at, by, ...(JSON.parse(json) as Pick<NewReview, 'reason' | 'action'>), undone: false }),
  )
  for (const review of reviews.toReversed()) {
    const { action } = review
    if (review.undone || action.kind !== 'undo') continue
    const target = reviews.find((one) => one.id === action.review)
    if (target) target.undone = true
  }
  return reviews
}

/** The joins and splits in force, oldest first, as the grouping of incidents takes them. */
export const regroupingsOf = (reviews: readonly Review[]): Regrouping[] =>
  reviews.flatMap(({ undone, action }) => (!undone && (action.kind === 'join' || action.kind === 'split') ? [action] : []))
