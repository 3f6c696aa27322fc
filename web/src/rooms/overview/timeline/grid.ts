/** A place in a grid that has gaps. */
export interface Cell {
  row: number
  bin: number
}

/**
 * Where an arrow key leads from a cell: along its line, or to the nearest bin of the next line that has one. Undefined where it leads nowhere.
 *
 * @example nearest([{ row: 0, bin: 1 }, { row: 0, bin: 4 }], { row: 0, bin: 1 }, 'ArrowRight', false) // { row: 0, bin: 4 }
 */
export function nearest<C extends Cell>(cells: readonly C[], from: Cell, key: string, rtl: boolean): C | undefined {
  const line = cells.filter(({ row }) => row === from.row).toSorted((a, b) => a.bin - b.bin)
  const later = rtl ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'Home') return line[0]
  if (key === 'End') return line.at(-1)
  if (key === 'ArrowUp' || key === 'ArrowDown') return across(cells, from, key === 'ArrowUp' ? -1 : 1)
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  return key === later ? line.find(({ bin }) => bin > from.bin) : line.findLast(({ bin }) => bin < from.bin)
}

function across<C extends Cell>(cells: readonly C[], from: Cell, by: 1 | -1): C | undefined {
  const beyond = cells.filter(({ row }) => (row - from.row) * by > 0)
  const row = by === 1 ? Math.min(...beyond.map((cell) => cell.row)) : Math.max(...beyond.map((cell) => cell.row))
  return beyond.filter((cell) => cell.row === row).toSorted((a, b) => Math.abs(a.bin - from.bin) - Math.abs(b.bin - from.bin))[0]
}
