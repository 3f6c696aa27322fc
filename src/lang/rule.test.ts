import { describe, expect, it } from 'vitest'
import { either, indexRules, longestAt, maybe, type Part, type Rule, rule, rulesOf } from './rule.ts'

type Words = readonly string[]
const word =
  (form: string): Part<Words, string> =>
  (words, at) =>
    words[at] === form ? { value: form, next: at + 1 } : undefined

const someB = maybe(word('b'))
const short: Rule<Words, string> = rule({ name: 'short', starts: ['a'], pattern: [word('a')], make: ([a]) => a, examples: [] })
const long: Rule<Words, string> = rule({
  name: 'long',
  starts: ['a'],
  pattern: [word('a'), someB, either(word('c'), word('d'))],
  make: (values) => values.join('+'),
  examples: [],
})

describe('rule', () => {
  it.each([
    [['a', 'b', 'c'], 'long', 'a+b+c'],
    [['a', 'd'], 'long', 'a++d'],
    [['a', 'b'], 'short', 'a'],
  ])('takes the longest product of %j', (words, name, product) => {
    const made = longestAt(rulesOf(indexRules([short, long]), ['a']), words, 0)
    expect(made).toMatchObject({ rule: name, product })
  })

  it('reads nothing where no rule starts', () => {
    expect(longestAt(rulesOf(indexRules([short, long]), ['z']), ['a'], 0)).toBeUndefined()
  })

  it('drops a product that make refuses', () => {
    const refusing: Rule<Words, string> = rule({
      name: 'no',
      starts: ['a'],
      pattern: [word('a')],
      make: (): string | undefined => undefined,
      examples: [],
    })
    expect(longestAt(rulesOf(indexRules([refusing]), ['a']), ['a'], 0)).toBeUndefined()
  })
})
