/** How many origins have a colour of their own; further ones are grey and told apart by their number. */
export const COLOURED = 8

/** The tokens that a drawing is made with. */
const TOKENS = ['paper', 'sheet', 'ink', 'ink-2', 'ink-3', 'line', 'line-strong', 'teal', 'teal-wash', 'saffron', 'saffron-wash'] as const
type Token = (typeof TOKENS)[number]

export interface Palette extends Readonly<Record<Token, string>> {
  /** By index of the origin. */
  origin: (index: number) => string
}

const ORIGINS = Array.from({ length: COLOURED }, (_, i) => `origin-${i + 1}`)

const paletteOf = (colour: (token: string) => string): Palette => ({
  ...(Object.fromEntries(TOKENS.map((token) => [token, colour(token)])) as Record<Token, string>),
  origin: (index) => colour(ORIGINS[index] ?? 'ink-3'),
})

/** On the page: the tokens themselves, so that the drawing follows the theme. */
export const PAGE_PALETTE: Palette = paletteOf((token) => `var(--${token})`)

/** For a file: the colours of the light theme, which is that of paper, as they are. */
export function filePalette(root: HTMLElement = document.documentElement): Palette {
  const shown = root.dataset.theme
  root.dataset.theme = 'light' // nothing is painted in between
  const style = getComputedStyle(root)
  const values = new Map([...TOKENS, ...ORIGINS].map((token) => [token as string, style.getPropertyValue(`--${token}`).trim()]))
  if (shown === undefined) delete root.dataset.theme
  else root.dataset.theme = shown
  return paletteOf((token) => values.get(token) ?? '#000')
}
