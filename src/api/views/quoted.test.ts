import { expect, it } from 'vitest'
import { isolated } from './quoted.ts'

it.each([
  ['«45 شخصا» (صحيفة «قوس الأفق») and «60» (the report itself)', '«⁨45 شخصا⁩» (⁨صحيفة «قوس الأفق»⁩) and «⁨60⁩» (the report itself)'],
  ['Nothing is quoted.', 'Nothing is quoted.'],
  ['“a” «»', '“⁨a⁩” «⁨⁩»'],
])('isolates what %j quotes', (text, wanted) => {
  expect(isolated({ ar: text, en: text })).toEqual({ ar: wanted, en: wanted })
})
