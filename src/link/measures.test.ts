import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../model.ts'
import { measureOf, populationRelation, trackOf, typeRelation } from './measures.ts'

describe('what makes figures like', () => {
  test.each([
    ['kill', 'kill', 'same'],
    ['kill', 'execute', 'near'],
    ['kill', 'casualties', 'part'],
    ['casualties', 'injure', 'whole'],
    ['kill', 'injure', 'apart'],
    ['kill', 'release', 'apart'],
    ['kill', 'other', 'kin'],
  ])('%s and %s: %s', (a, b, relation) => expect(typeRelation(a, b)).toBe(relation))

  test.each([
    ['dead', 'people', ['kill'], 'same'],
    ['civilians', 'dead', ['kill'], 'part'],
    ['prisoners', 'hostages', ['exchange'], 'same'],
    ['women', 'children', ['hold'], 'apart'],
  ])('%s and %s under %j: %s', (a, b, types, relation) => expect(populationRelation(a, b, types)).toBe(relation))

  test.each([...EVENT_TYPES])('%s has its track, and its whole lies in the same domain', (type) => {
    expect(trackOf(type).domain).toBe(measureOf(type).domain)
    for (const whole of measureOf(type).within) expect(measureOf(whole).domain).toBe(measureOf(type).domain)
  })

  test('an unknown type is measured as any other', () => expect(measureOf('unheard-of')).toBe(measureOf('other')))
})
