import type { Token } from '../../text/tokens.ts'
import type { Scene } from './context.ts'
import type { Pending, Person } from './person.ts'

/*
 * People named by initials: 'المتهم خ.م.', 'المخطوفان خ. م. وع. س.', 'الشاب (ح.ع)'.
 */

/** Tokens from a title to initials, at most: 'الشاب السوري (ح.ع)'. */
const REACH = 4
/** Most letters of one name. */
const LETTERS = 4

/**
 * The person whose initials begin at a token, behind a title or joined by و to another's. Null where no title stands before them:
 * an agency's short name is written the same way.
 */
export function initialsAt(scene: Scene, i: number, pending: Pending | null, previous: Person | undefined): Person | null {
  const joined = previous?.why === 'initials' && i <= previous.last + 2 && isJoined(scene, i)
  if (!joined && (!pending || i - pending.last > REACH)) return null
  const last = lastInitial(scene, i, joined)
  if (last < 0) return null
  const { tokens } = scene.document
  const { status, victim } = joined ? previous : pending!
  return {
    first: i,
    last,
    start: tokens[i]!.start + (joined ? tokens[i]!.end - tokens[i]!.start - 1 : 0),
    end: tokens[last]!.end,
    parts: 2,
    sure: true,
    open: false,
    foreign: false,
    kunya: false,
    proclitics: joined ? 'و' : '',
    status,
    victim,
    why: 'initials',
  }
}

/** 'وع.س.': a letter behind و. */
const isJoined = (scene: Scene, i: number): boolean => {
  const { form } = scene.document.tokens[i]!
  return form.length === 2 && form[0] === 'و'
}

/** Last token of two letters or more, each with a full stop behind it or behind all but the last; -1 where there are fewer. */
function lastInitial(scene: Scene, first: number, joined: boolean): number {
  const { tokens } = scene.document
  let letters = 0
  let last = -1
  for (let at = first; letters < LETTERS && isLetter(tokens[at], joined && at === first); at += 2) {
    letters++
    const stop = tokens[at + 1]?.form === '.' && tokens[at + 1]!.glued
    last = stop ? at + 1 : at
    if (!stop) break
  }
  return letters > 1 ? last : -1
}

const isLetter = (token: Token | undefined, joined: boolean): boolean =>
  token?.kind === 'word' && token.form.length === (joined ? 2 : 1) && token.breaks === 0
