import type { Context } from 'hono'
import type { Lang } from '../export/index.ts'

/**
 * The language that an answer's own words are written in: `?lang=`, else the first of Accept-Language that is known, else English.
 *
 * @example languageOf(c) // 'ar' for 'Accept-Language: ar-SY, en;q=0.5'
 */
export function languageOf(c: Context): Lang {
  const asked = c.req.query('lang')
  if (asked === 'ar' || asked === 'en') return asked
  return preferred(c.req.header('accept-language') ?? '')
}

function preferred(header: string): Lang {
  const weighed = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
    return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }
  })
  const known = weighed.filter(({ lang, weight }) => (lang === 'ar' || lang === 'en') && weight > 0)
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.lang === 'ar' ? 'ar' : 'en'
}
