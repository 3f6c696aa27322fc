import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actorOfName, loadRegistry } from './registry.ts'

const folder = mkdtempSync(join(tmpdir(), 'isnad-registry-'))
let files = 0
function file(source: string): string {
  const path = join(folder, `${files++}.yaml`)
  writeFileSync(path, source)
  return path
}

describe('loadRegistry', () => {
  const own = loadRegistry()

  test('knows states by their country', () => {
    expect(own.stateOf.get('SY')?.id).toBe('syria')
    expect(own.names['actor-acting'].get('سوريا')?.uses[0]?.actor.id).toBe('syria')
  })

  test('keeps loaded names apart', () => {
    expect(own.names.actor.get('مرتزقة داعش')?.uses[0]).toMatchObject({ how: 'loaded', weak: false })
  })

  test('reads a file of the user beside its own', () => {
    const path = file(
      '- { id: test-brigade, type: armed-group, en: Test Brigade, ar: [كتيبة الاختبار], short: [الكتيبة], weak: true, kindwords: [كتيبة], strong: [كتيبة الاختبار] }',
    )
    const more = loadRegistry([path])
    expect(more.names.actor.get('كتيبة الاختبار')?.uses[0]).toMatchObject({ weak: false, actor: { id: 'test-brigade' } })
    expect(more.names['actor-short'].get('الكتيبة')?.uses.some((use) => use.actor.id === 'test-brigade')).toBe(true)
  })

  test.each([
    ['an actor twice', '- { id: us, type: state, en: United States, ar: [اختبار] }', 'us'],
    ['an unknown type', '- { id: x, type: club, en: X, ar: [اختبار] }', 'x'],
    ['an actor without a name', '- { id: x, type: state, en: X }', 'no name'],
    ['a file that is no list', 'id: x', 'list'],
  ])('refuses %s', (_, source, message) => {
    expect(() => loadRegistry([file(source)])).toThrow(message)
  })
})

describe('actorOfName', () => {
  test.each([
    ['رويترز', 'reuters'],
    ['وكالة «رويترز»', 'reuters'],
    ['(أ ف ب)', 'afp'],
    ['أ.ف.ب', 'afp'],
    ['صحيفة لا يعرفها أحد', undefined],
    ['', undefined],
  ])('%s', (name, id) => {
    expect(actorOfName(name)).toBe(id)
  })
})
