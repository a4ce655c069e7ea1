import { isObject, type Json } from '../json.ts'
import { currenciesBy } from './currency.ts'
import { exactFrom } from './exact-decimal.ts'
import type { Field, TextContext, TextReading } from './field-type.ts'
import { knownCurrencies, moneyScale, normaliseMoney } from './money-value.ts'
import { readNumberText, writeNumberText } from './number-text.ts'
import { notUnderstood, understood } from './value-problem.ts'

const writing = /^\s*([^\d\s+\-−.,]*)\s*([+\-−\d.,'’\s]*?)\s*([^\d\s+\-−.,]*)\s*$/

/** `1.234,56 €`, `USD 12.50`, `12.50`: the currency before or after, the base currency where none is written. */
export const readMoneyText = (text: string, field: Field, context: TextContext): TextReading => {
  const [, before = '', digits = '', after = ''] = (text.length > 100 ? null : writing.exec(text)) ?? []
  if (digits === '' || (before !== '' && after !== '')) return notUnderstood('moneyText', { text })
  const named = currencyNamed(before === '' ? after : before, text, field)
  return named.ok ? amountIn(named.value, digits, { field, context }) : named
}

export const writeMoneyText = (value: Json, _field: Field, context: TextContext): string => {
  const { amount, currency } = isObject(value) ? value : {}
  return typeof amount === 'string' && typeof currency === 'string'
    ? `${writeNumberText(amount, context)} ${currency}`
    : ''
}

const amountIn = (
  currency: string,
  digits: string,
  { field, context }: { field: Field; context: TextContext },
): TextReading => {
  const scale = moneyScale(field, currency)
  const reading = readNumberText(digits, context, (plain) => (exactFrom(plain)?.decimalPlaces() ?? 0) <= scale)
  return reading.ok ? understood(normaliseMoney({ amount: reading.value, currency }, field)) : reading
}

const currencyNamed = (name: string, text: string, field: Field): TextReading<string> => {
  const known = knownCurrencies(field)
  const meant = name === '' ? [field.baseCurrency] : currenciesBy(name).filter((code) => known.includes(code))
  const [currency, ...more] = meant
  if (currency === undefined) return notUnderstood('currency', { currency: name, known })
  return more.length === 0 ? understood(currency) : notUnderstood('currencyAmbiguous', { text, currencies: meant })
}
