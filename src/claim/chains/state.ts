import type { Hop, Warning } from '../../model.ts'
import type { Sentence } from '../../text/document.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'
import type { Speaker } from './speakers.ts'

/** What one sentence leaves for the next. */
export interface State {
  speakers: Speaker[]
  /** A quotation that goes on: its last token and its chain. */
  open: { last: number; chain: Hop[] } | undefined
  section: 'title' | 'body'
  warnings: Warning[]
}

/** One sentence under reading: its statements so far, and what the sentences before it left. */
export interface Scene {
  grammar: Grammar
  sentence: Sentence
  state: State
  drafts: Draft[]
}
