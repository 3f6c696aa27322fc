import { type Term, termAt } from '../../lang/annotate.ts'
import type { ActorType } from '../../model.ts'
import type { Made, OrgKind } from './bodies.ts'
import type { Scene } from './context.ts'
import { countriesOf } from './countries.ts'

/**
 * The type of a body: that of its kind word, unless its adjectives say otherwise (a national army is the state's, a network of doctors no medium).
 *
 * @example bodyType(scene, term, kind, made)
 */
export function bodyType(scene: Scene, term: Term, kind: OrgKind, made: Made): ActorType {
  const head = scene.document.tokens[term.first]!.form
  if (
    kind.type === 'armed-group' &&
    STATE_FORCES.some((word) => head.endsWith(word)) &&
    (made.national || isRegular(scene, term, made.last))
  )
    return 'state'
  if (kind.type === 'armed-group' && OFFICIAL.has(scene.document.tokens[term.last + 1]?.form ?? '')) return 'state'
  if (isProfession(scene, term, made.last)) return 'institution'
  if (kind.type === 'armed-group' && head.endsWith('حركة') && isPolitical(scene, term.first)) return 'institution'
  return kind.type
}

/** 'قوات الأمن', 'عناصر الجيش': forces of a state by the word behind the kind word. */
const OFFICIAL = new Set(['الامن', 'الشرطة', 'الشرطه', 'الجيش', 'الدرك', 'الحدود', 'الجمارك', 'الحكومة', 'الحكومه'])
const REGULAR = new Set([
  'الوطني',
  'الوطنية',
  'النظامي',
  'النظامية',
  'الملكي',
  'الملكية',
  'السلطاني',
  'السلطانية',
  'الجمهوري',
  'الجمهورية',
  'الشعبي',
  'الحكومية',
])
/** Countries in which a 'national army' is another's than the state's. */
const DIVIDED = ['SY', 'LY']
/** 'الجيش الوطني', 'القوات النظامية': the state's, but where the country has several. */
const isRegular = (scene: Scene, term: Term, last: number): boolean => {
  if (!REGULAR.has(scene.document.tokens[term.last + 1]?.form ?? '') || last <= term.last) return false
  const countries = countriesOf(scene.document, scene.terms)
  return !DIVIDED.some((country) => (countries.get(country) ?? 0) > 1)
}

/** A word of a trade, of rights or of study in the name: no armed group and no medium. */
function isProfession(scene: Scene, term: Term, last: number): boolean {
  const head = scene.document.tokens[term.first]!.form
  if (!LOOSE_HEADS.some((word) => head.endsWith(word))) return false
  for (let at = term.last + 1; at <= last; at++) if (termAt(scene.terms, at, 'org-trade')) return true
  return false
}
const LOOSE_HEADS = ['مجموعة', 'مجموعه', 'شبكة', 'شبكه', 'منصة', 'منصه', 'حركة', 'حركه', 'جبهة', 'وكالة', 'وكاله']

const STATE_FORCES = ['القوات', 'الجيش', 'القوة', 'لقوات', 'لجيش']
const POLITICAL = new Set([
  'النائب',
  'النائبة',
  'النائبان',
  'نواب',
  'نائب',
  'البرلمان',
  'كتلة',
  'الانتخابات',
  'برلمان',
  'حزب',
  'الحزب',
  'مرشح',
  'النواب',
])
/** Tokens around a حركة in which a word of parliament makes it a party. */
const POLITICAL_REACH = 8
function isPolitical(scene: Scene, at: number): boolean {
  const { tokens } = scene.document
  for (let i = Math.max(0, at - POLITICAL_REACH); i < Math.min(tokens.length, at + POLITICAL_REACH); i++)
    if (POLITICAL.has(tokens[i]!.form)) return true
  return false
}
