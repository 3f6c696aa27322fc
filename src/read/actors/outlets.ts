import { termAt } from '../../lang/annotate.ts'
import { lexiconWords } from '../../lang/lexicon.ts'
import { foldPhrase } from '../../text/fold.ts'
import type { Body, OrgKind } from './bodies.ts'
import { before, isFree, type Scene, spanOf } from './context.ts'
import { isWord, MARK } from './marks.ts'

/*
 * Bodies that no kind word heads: the report's own outlet, whom people speak to, a group whose name comes behind 'called'.
 */

const QUOTES: Record<string, string> = { '«': '»', '"': '"', '“': '”', '”': '“', '‘': '’' }
/** Longest quoted name, in words. */
const NAME_WORDS = 5

/** The words between quotation marks that open at a token: the first and last of them; undefined for a sentence. */
function quotedAt(scene: Scene, open: number): { first: number; last: number } | undefined {
  const { tokens, sentenceOf } = scene.document
  const closer = QUOTES[tokens[open]?.form ?? '']
  if (!closer) return undefined
  for (let at = open + 1; at <= open + NAME_WORDS + 1 && sentenceOf[at] === sentenceOf[open]; at++) {
    const token = tokens[at]
    if (token?.form === closer) return at > open + 1 ? { first: open + 1, last: at - 1 } : undefined
    if (!isWord(token) || (scene.marks[at]! & (MARK.clauseEnd | MARK.preposition)) !== 0) return undefined
  }
  return undefined
}

/** Tokens before 'لـ"…"' among which a verb of saying makes the name an outlet's. */
const SPEECH_REACH = 20

/**
 * Whom people speak to between quotation marks: 'قال مصدر لـ"المنصة" إن'. Null where nobody speaks, or the name is none.
 *
 * @example addresseeAt(scene, 3)?.type // 'outlet'
 */
export function addresseeAt(scene: Scene, i: number): Body | null {
  if (scene.document.tokens[i]!.form !== 'ل') return null
  const name = quotedAt(scene, i + 1)
  if (!name || !isFree(scene, name.first, name.last) || !isSaid(scene, i)) return null
  return { ...spanOf(scene, name.first, name.last), type: 'outlet', why: 'quoted-addressee' }
}

function isSaid(scene: Scene, i: number): boolean {
  for (let at = before(scene, i); at >= Math.max(0, i - SPEECH_REACH); at = before(scene, at))
    if ((scene.marks[at]! & MARK.reportVerb) !== 0) return true
  return false
}

/** The report's own outlet, as folded words: with its kind word, and without it. */
export function ownNames(scene: Scene): string[][] {
  const name = scene.context.report?.outlet?.name
  if (!name) return []
  const words = lexiconWords(foldPhrase(name)).filter((word) => /\p{L}/u.test(word))
  const bare = words.filter((word) => !KINDS.has(word))
  return bare.length === 0 || bare.length === words.length ? [words] : [words, bare]
}

/** Words (folded) that say what an outlet is, and are left out when it is named again. */
const KINDS = new Set([
  'صحيفة',
  'جريدة',
  'مجلة',
  'وكالة',
  'انباء',
  'الانباء',
  'للانباء',
  'قناة',
  'اذاعة',
  'راديو',
  'تلفزيون',
  'شبكة',
  'موقع',
  'بوابة',
  'منصة',
  'الاخبارية',
  'الاخباري',
  'للاخبار',
  'الفضائية',
  'الاعلامية',
])

/** The report's own outlet at a token: several words anywhere, one word between quotation marks. */
export function ownOutletAt(scene: Scene, i: number, names: readonly string[][]): Body | null {
  const { tokens } = scene.document
  for (const words of names) {
    const cut = clitics(tokens[i]!.form, words[0]!)
    if (cut < 0 || !words.every((word, k) => k === 0 || tokens[i + k]?.form === word) || !isFree(scene, i, i + words.length - 1)) continue
    if (words.length === 1 && QUOTES[tokens[i - 1]?.form ?? ''] === undefined) continue
    const found = spanOf(scene, i, i + words.length - 1)
    return { ...found, start: found.start + cut, type: 'outlet', why: 'own-outlet' }
  }
  return null
}

/** Letters of a preposition or conjunction before a word; -1 where it is another word. */
function clitics(form: string, word: string): number {
  if (form === word) return 0
  return form.length === word.length + 1 && 'ولبف'.includes(form[0]!) && form.endsWith(word) ? 1 : -1
}

/** Tokens from a kind word to the word that names, at most: 'منظمة إغاثة محلية صغيرة تدعى'. */
const NAMING_REACH = 5

/**
 * A body whose name comes behind a word of naming: 'جماعة مسلحة تطلق على نفسها "…"', 'منظمة إغاثة محلية تدعى "…"'.
 *
 * @example namedLater(scene, 0)?.type // 'institution'
 */
export function namedLater(scene: Scene, i: number): Body | null {
  const kind = (scene.marks[i]! & MARK.org) === 0 ? undefined : termAt<OrgKind>(scene.terms, i, 'org-kind')
  if (kind?.suffix !== '') return null
  for (let at = kind.last + 1; at <= kind.last + NAMING_REACH; at++) {
    const cue = (scene.marks[at] ?? 0) & MARK.naming ? termAt(scene.terms, at, 'naming-cue') : undefined
    const name = cue && quotedAt(scene, cue.last + 1)
    if (name && isFree(scene, name.first, name.last))
      return { ...spanOf(scene, name.first, name.last), type: kind.entry.value.type, why: 'kind-word-naming' }
    if (cue || !isWord(scene.document.tokens[at]) || (scene.marks[at]! & (MARK.verb | MARK.clauseEnd)) !== 0) return null
  }
  return null
}
