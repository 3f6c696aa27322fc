import type { RunView } from '../../../../src/api/shapes.ts'

export interface Sums {
  total: number
  done: number
  added: number
  known: number
  failed: number
}

/** What several additions come to together; `waiting` are on their way still. */
export function sumOf(views: readonly RunView[], waiting: number): Sums {
  const sum = (name: keyof Sums): number => views.reduce((all, view) => all + view[name], 0)
  return { total: sum('total') + waiting, done: sum('done'), added: sum('added'), known: sum('known'), failed: sum('failed') }
}
