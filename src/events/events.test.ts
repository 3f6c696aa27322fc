import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../model.ts'
import { eventDefinitions, eventEntries } from './index.ts'

describe('event types', () => {
  test('there is one file for each, in the order of the contract', () => {
    expect([...eventDefinitions().keys()]).toEqual([...EVENT_TYPES])
  })

  test.each([...EVENT_TYPES])('%s is named in both languages and has words', (type) => {
    const definition = eventDefinitions().get(type)!
    expect(definition.label.ar).toMatch(/^\p{Script=Arabic}/u)
    expect(definition.label.en).toMatch(/^[A-Z]/u)
    expect(definition.compare.measure).toMatch(/^[a-z-]+$/u)
    expect(eventEntries().some(({ value }) => value.type === type)).toBe(true)
  })

  test('measures are keys of their own', () => {
    const measures = [...eventDefinitions().values()].map(({ compare }) => compare.measure)
    expect(new Set(measures).size).toBe(measures.length)
  })

  test.each([
    ['قُتلوا', 'قتلوا', 'kill'],
    ['سيفرج', 'يفرج', 'release'],
    ['اختطفت', 'اختطفت', 'kidnap'],
    ['القتلى', 'القتلى', 'kill'],
    ['أسيرتان', 'اسيرتان', 'hold'],
  ])('%s stands for its event in every form', (_written, form, type) => {
    const types = eventEntries().filter(({ forms }) => forms.some((one) => one.form.replace(/[أإآ]/gu, 'ا') === form))
    expect(types.map(({ value }) => value.type)).toContain(type)
  })
})
