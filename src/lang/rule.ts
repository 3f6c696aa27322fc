/*
 * The shape of a rule: a name, a pattern of parts that stand side by side, and what is made of them.
 * Parts are greedy and never go back, so that no pattern can explode. Knows no Arabic.
 */

/** What a part found: its value, the index of the token after it, and the rule that found it. */
export interface Found<Value> {
  value: Value
  next: number
}

/** Reads something at a token; undefined where it does not stand there. */
export type Part<Context, Value> = (context: Context, at: number) => Found<Value> | undefined

type PartsOf<Context, Values extends readonly unknown[]> = { readonly [K in keyof Values]: Part<Context, Values[K]> }

/** A rule as it is written down. `starts`: classes of the terms it may start at ('numeral' for digits, '*' for any token). */
export interface RuleShape<Context, Values extends readonly unknown[], Product> {
  name: string
  starts: readonly string[]
  pattern: PartsOf<Context, Values>
  /** Undefined: the words fit, but the rule does not hold here. */
  make: (values: Values, place: { context: Context; first: number; next: number }) => Product | undefined
  /** Text in which the rule must hold, and what must come out. */
  examples: readonly (readonly [text: string, value: string])[]
  /** Text in which the rule must not hold. */
  not?: readonly string[]
}

/** A rule ready to run. */
export interface Rule<Context, Product> {
  name: string
  starts: readonly string[]
  examples: readonly (readonly [text: string, value: string])[]
  not: readonly string[]
  read: Part<Context, Product>
}

/**
 * Turns a written rule into one that runs.
 *
 * @example rule({ name: 'year', starts: ['year-word'], pattern: [yearWord, yearNumber], make: ([, year]) => year, examples: [['عام 2011', '2011']] })
 */
export function rule<Context, Values extends readonly unknown[], Product>(
  shape: RuleShape<Context, readonly [...Values], Product>,
): Rule<Context, Product> {
  const parts: readonly Part<Context, unknown>[] = shape.pattern
  const read: Part<Context, Product> = (context, at) => {
    let values: unknown[] | undefined // made once the first part stands: most tries end before it
    let next = at
    for (let i = 0; i < parts.length; i++) {
      const found = parts[i]!(context, next)
      if (!found) return undefined
      values ??= new Array(parts.length)
      values[i] = found.value
      next = found.next
    }
    const product = shape.make((values ?? []) as unknown as readonly [...Values], { context, first: at, next })
    return product === undefined ? undefined : { value: product, next }
  }
  return { name: shape.name, starts: shape.starts, examples: shape.examples, not: shape.not ?? [], read }
}

/** The part, or nothing: never fails. @example maybe(yearNumber) */
export const maybe =
  <Context, Value>(part: Part<Context, Value>): Part<Context, Value | undefined> =>
  (context, at) =>
    part(context, at) ?? { value: undefined, next: at }

/** The first of several parts that stands there. @example either(dayNumber, dayWord) */
export const either =
  <Context, Value>(...parts: readonly Part<Context, Value>[]): Part<Context, Value> =>
  (context, at) => {
    for (const part of parts) {
      const found = part(context, at)
      if (found) return found
    }
    return undefined
  }

/** What a rule made: tokens `first`..`next - 1`. */
export interface Made<Product> {
  rule: string
  first: number
  next: number
  product: Product
}

/** Rules by the class of the term they may start at. */
export type RuleIndex<Context, Product> = ReadonlyMap<string, readonly Rule<Context, Product>[]>

/**
 * Sorts rules by where they may start.
 *
 * @example const index = indexRules(rules)
 */
export function indexRules<Context, Product>(rules: readonly Rule<Context, Product>[]): RuleIndex<Context, Product> {
  const index = new Map<string, Rule<Context, Product>[]>()
  for (const one of rules) for (const start of one.starts) index.set(start, [...(index.get(start) ?? []), one])
  return index
}

/**
 * The rules that may start at a term of one of some classes, each once.
 *
 * @example rulesOf(index, ['month', 'ordinal'])
 */
export const rulesOf = <Context, Product>(
  index: RuleIndex<Context, Product>,
  classes: Iterable<string>,
): readonly Rule<Context, Product>[] => [...new Set([...classes].flatMap((one) => index.get(one) ?? []))]

/**
 * Tries rules at one token and keeps the longest product (the first of equals).
 *
 * @example longestAt(rulesOf(index, ['month']), context, 3)
 */
export function longestAt<Context, Product>(
  rules: readonly Rule<Context, Product>[],
  context: Context,
  at: number,
): Made<Product> | undefined {
  let best: Made<Product> | undefined
  for (const one of rules) {
    const found = one.read(context, at)
    if (found && (!best || found.next > best.next)) best = { rule: one.name, first: at, next: found.next, product: found.value }
  }
  return best
}
