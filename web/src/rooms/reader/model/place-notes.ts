/** A note to be put into the margin: where it would stand best, and how high it is (both in CSS pixels). */
export interface NoteBox {
  wanted: number
  height: number
}

interface Group {
  first: number
  count: number
  /** Sum of where its notes would have the group begin. */
  sum: number
  height: number
}

/**
 * Where notes stand so that none overlaps another, in their order, each as near to its line as all of them allow (least squares: notes
 * that crowd each other form a group around their middle), none above the top, none below the room's end while they all fit in it.
 *
 * @returns tops, in CSS pixels
 * @example placeNotes([{ wanted: 0, height: 20 }, { wanted: 0, height: 20 }], 4) // [0, 24]
 */
export function placeNotes(notes: readonly NoteBox[], gap: number, room = Number.POSITIVE_INFINITY): number[] {
  const needed = notes.reduce((sum, { height }) => sum + height + gap, -gap)
  return liftInto(Math.max(room, needed), notes, spread(notes, gap), gap)
}

function spread(notes: readonly NoteBox[], gap: number): number[] {
  const groups: Group[] = []
  notes.forEach(({ wanted, height }, i) => {
    groups.push({ first: i, count: 1, sum: wanted, height: height + gap })
    while (groups.length > 1 && endOf(groups.at(-2)!) > topOf(groups.at(-1)!)) join(groups)
  })
  return groups.flatMap((group) => {
    let at = topOf(group)
    return notes.slice(group.first, group.first + group.count).map(({ height }) => {
      const top = at
      at += height + gap
      return top
    })
  })
}

const topOf = ({ sum, count }: Group): number => Math.max(0, sum / count)
const endOf = (group: Group): number => topOf(group) + group.height

function join(groups: Group[]): void {
  const [last, before] = [groups.pop()!, groups.at(-1)!]
  before.sum += last.sum - last.count * before.height
  before.count += last.count
  before.height += last.height
}

/** Moves up what stands below the end of the room. */
function liftInto(room: number, notes: readonly NoteBox[], tops: readonly number[], gap: number): number[] {
  const lifted = [...tops]
  let end = room
  for (let i = notes.length - 1; i >= 0; i--) {
    lifted[i] = Math.min(lifted[i]!, end - notes[i]!.height)
    end = lifted[i]! - gap
  }
  return lifted
}
