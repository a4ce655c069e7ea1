import { isObject, type Json } from '@telar/metadata'
import { plainView } from './plain-view.tsx'
import type { Reader, View } from './view.ts'

const numberText: View['text'] = (value, _field, { format }) =>
  typeof value === 'number' ? format.number(value, { maximumFractionDigits: 20 }) : textOfOther(value)

export const number = plainView(numberText, true)

export const integer = plainView(numberText, true)

export const decimal = plainView(
  (value, _field, { format }) => (isDecimal(value) ? format.decimal(String(value)) : textOfOther(value)),
  true,
)

export const percent = plainView(
  (value, _field, { format }) => (isDecimal(value) ? format.percent(String(value)) : textOfOther(value)),
  true,
)

export const money = plainView((value, _field, reader) => moneyText(value, reader), true)

const moneyText = (value: Json, { format }: Reader): string => {
  if (isDecimal(value)) return format.money(String(value), format.locale.baseCurrency)
  if (!isObject(value) || !isDecimal(value['amount'])) return textOfOther(value)
  const currency = typeof value['currency'] === 'string' ? value['currency'] : format.locale.baseCurrency
  return format.money(String(value['amount']), currency)
}

const isDecimal = (value: Json | undefined): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

const textOfOther = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
