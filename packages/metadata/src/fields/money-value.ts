import { isObject, numberAt, stringAt, type Json, type JsonObject } from '../json.ts'
import { decimalsOf } from './currency.ts'
import { decimalProblems, Exact, exactFrom, plainDecimal } from './exact-decimal.ts'
import type { Cells, Field, ValueProblem } from './field-type.ts'
import { valueProblem } from './value-problem.ts'

/** Decimals of an amount: as the author says, else those of the currency's coins. */
export const moneyScale = (field: Field, currency: string): number =>
  numberAt(field.schema, 'x-scale') ?? decimalsOf(currency)

/** A plain number or text is an amount in the base currency. */
export const normaliseMoney = (value: Json, field: Field): Json => {
  if (!isObject(value)) {
    const amount = plainDecimal(value, moneyScale(field, field.baseCurrency))
    return amount === undefined ? value : { amount, currency: field.baseCurrency }
  }
  const { amount, currency } = value
  if (amount === null || amount === '' || amount === undefined) return Object.keys(value).every(isPart) ? null : value
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : (currency ?? field.baseCurrency)
  const scale = moneyScale(field, typeof code === 'string' ? code : field.baseCurrency)
  return { ...value, amount: plainDecimal(amount, scale) ?? amount, currency: code }
}

export const knownCurrencies = (field: Field): readonly string[] => [field.baseCurrency, ...Object.keys(field.rates)]

const isPart = (key: string): boolean => key === 'amount' || key === 'currency'

const rateOf = (field: Field, currency: string): string | undefined =>
  currency === field.baseCurrency ? '1' : field.rates[currency]

export const moneyProblems = (value: JsonObject, field: Field): readonly ValueProblem[] => {
  const amount = value['amount'] ?? null
  const currency = stringAt(value, 'currency') ?? ''
  const known = knownCurrencies(field)
  const unknown = known.includes(currency) ? [] : [valueProblem('currency', { currency, known }, '/currency')]
  const amounts = decimalProblems(amount, field.schema, moneyScale(field, currency))
  return [...unknown, ...amounts.map((problem) => ({ ...problem, pointer: '/amount' }))]
}

export const storeMoney = (value: Json, field: Field): Cells => {
  const amount = isObject(value) ? (stringAt(value, 'amount') ?? null) : null
  const currency = isObject(value) ? (stringAt(value, 'currency') ?? null) : null
  return { amount, currency, base: amount === null || currency === null ? null : worth(amount, currency, field) }
}

/** In the base currency, rounded to its coins or finer where the field is; halves to even. */
const worth = (amount: string, currency: string, field: Field): string | null => {
  const rate = exactFrom(rateOf(field, currency))
  const exact = exactFrom(amount)
  if (rate === undefined || exact === undefined) return null
  return exact
    .times(rate)
    .toDecimalPlaces(moneyScale(field, field.baseCurrency), Exact.ROUND_HALF_EVEN)
    .toFixed(moneyScale(field, field.baseCurrency))
}

export const moneyOperand = (value: Json, part: string, field: Field): string | undefined => {
  if (part === 'currency') return typeof value === 'string' ? value.trim().toUpperCase() : undefined
  if (part === 'amount' && !isObject(value)) return plainDecimal(value, undefined)
  const cell = storeMoney(normaliseMoney(value, field), field)[part]
  return typeof cell === 'string' && exactFrom(cell) !== undefined ? cell : undefined
}
