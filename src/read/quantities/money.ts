import { termAt } from '../../lang/annotate.ts'
import { type Head, nationalityAt, type QuantityContext } from './draft.ts'

interface CurrencyWord {
  code?: string
  bare: string
  by?: Record<string, string>
  /** Fraction of the main unit: a cent is 0.01. */
  share?: number
}

/** A currency word at a token: its ISO 4217 code by its adjective, else by the one country in reach that has such a currency. */
export function currencyAt(context: QuantityContext, at: number): (Head & { share?: number }) | undefined {
  const found = termAt<CurrencyWord>(context.terms, at, 'currency')
  if (found?.proclitics !== '' || found.features?.definite || found.features?.construct) return undefined
  const { code, bare, by, share } = found.entry.value
  const nation = nationalityAt(context.terms, found.last + 1)
  const named = nation?.proclitics === '' ? by?.[nation.entry.value.nationality] : undefined
  const unit = named ?? code ?? inReach(by, context.countries) ?? bare
  return { unit, first: at, next: found.last + 1, start: found.start, why: 'figure.money', ...(share ? { share } : {}) }
}

/** The code where exactly one of a word's countries stands in the report. */
function inReach(by: Record<string, string> | undefined, countries: ReadonlyMap<string, number>): string | undefined {
  if (!by) return undefined
  const codes = new Set(
    Object.keys(by)
      .filter((country) => countries.has(country))
      .map((country) => by[country]!),
  )
  return codes.size === 1 ? [...codes][0] : undefined
}
