import { fold } from '../../text/fold.ts'
import type { Features, FormOf } from '../lexicon.ts'

/** A noun or adjective by its singular and its plurals, unvocalised. */
export interface NounParts {
  singular?: string
  /** Broken plurals as they are spelled; a plural in ون or ات is given its other forms. */
  plural?: string | string[]
  /** True: the feminine is the masculine with ة, plural in ات. A string: the feminine as spelled. */
  feminine?: boolean | string
  /** No dual, no article: proper and fixed words. */
  fixed?: boolean
}

/**
 * All forms of a noun: article, dual, sound plurals in every case, construct forms, accusative ا.
 *
 * @example inflectNoun({ singular: 'مقاتل', plural: 'مقاتلون' }).some((f) => f.form === 'مقاتلي') // true
 */
export function inflectNoun(parts: NounParts): FormOf[] {
  const forms: FormOf[] = []
  const feminine =
    parts.feminine === true && parts.singular
      ? `${fold(parts.singular)}ة`
      : typeof parts.feminine === 'string'
        ? fold(parts.feminine)
        : undefined
  if (parts.singular) forms.push(...singularForms(fold(parts.singular)))
  if (feminine) forms.push(...singularForms(feminine), ...pluralForms(`${feminine.slice(0, -1)}ات`))
  for (const plural of [parts.plural ?? []].flat()) forms.push(...pluralForms(fold(plural)))
  return parts.fixed ? forms.filter((one) => !one.features?.definite) : forms
}

function withArticle(form: string, features: Features): FormOf[] {
  return form.startsWith('ال') && features.definite
    ? [{ form, features }]
    : [
        { form, features },
        { form: `ال${form}`, features: { ...features, definite: true } },
      ]
}

function singularForms(singular: string): FormOf[] {
  const gender = singular.endsWith('ة') ? 'f' : 'm'
  const features: Features = { number: 'singular', gender }
  const forms = withArticle(singular, features)
  if (takesTanwin(singular)) forms.push({ form: `${singular}ا`, features })
  return [...forms, ...dualForms(singular, gender)]
}

/** رجلا، but not امرأةً or قضاءً. */
const takesTanwin = (word: string): boolean => !/[ةاىء]$/u.test(word)

function dualForms(singular: string, gender: 'm' | 'f'): FormOf[] {
  const stem = dualStem(singular)
  const features: Features = { number: 'dual', gender }
  const construct: Features = { ...features, construct: true }
  return [
    ...withArticle(`${stem}ان`, features),
    ...withArticle(`${stem}ين`, features),
    { form: `${stem}ا`, features: construct },
    { form: `${stem}ي`, features: construct },
  ]
}

function dualStem(singular: string): string {
  if (singular.endsWith('ة')) return `${singular.slice(0, -1)}ت`
  if (singular.endsWith('ى')) return `${singular.slice(0, -1)}ي`
  return singular
}

function pluralForms(plural: string): FormOf[] {
  if (plural.length > 4 && /(ون|ين)$/u.test(plural)) return soundMasculine(plural.slice(0, -2))
  const features: Features = { number: 'plural', gender: plural.endsWith('ات') ? 'f' : 'm' }
  const forms = withArticle(plural, features)
  if (takesTanwin(plural) && !plural.endsWith('ات')) forms.push({ form: `${plural}ا`, features })
  return forms
}

function soundMasculine(stem: string): FormOf[] {
  const features: Features = { number: 'plural', gender: 'm' }
  const construct: Features = { ...features, construct: true }
  return [
    ...withArticle(`${stem}ون`, features),
    ...withArticle(`${stem}ين`, features),
    { form: `${stem}و`, features: construct },
    { form: `${stem}ي`, features: construct },
  ]
}
