import type { Decimal } from 'decimal.js'
import { primitiveOf } from '../fields/cell.ts'
import { decimalsOf } from '../fields/currency.ts'
import { Exact, exactFrom } from '../fields/exact-decimal.ts'
import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import type { Json, JsonObject } from '../json.ts'
import { isList, isObject, objectAt, stringAt } from '../json.ts'
import type { Field, Module } from '../model.ts'
import type { RuleKind } from './rule-kind.ts'

const fieldName = { type: 'string', minLength: 1 } as const

/** Names of the fields of one line and of the record, as a rule's settings give them. */
interface Names {
  readonly lines: string
  readonly quantity: string
  readonly price: string
  readonly discount: string
  readonly tax: string
  readonly total: string
  readonly into: JsonObject
}

interface Sums {
  readonly subtotal: Decimal
  readonly discount: Decimal
  readonly tax: Decimal
}

const nothing = new Exact(0)

/** Decimals where no currency says how many. */
const places = 2

/**
 * Totals of quotes, invoices and orders: each line's net total, and subtotal, discount, tax and total of the record.
 * Discount and tax are percents of the line. Sums are made of lines rounded to the coins of their currency (half
 * even), so that the printed document adds up. Lines in several currencies have no total: it stays empty.
 */
export const lineTotals: RuleKind = {
  kind: 'line-totals',
  title: { en: 'Line totals', es: 'Totales de líneas' },
  settings: {
    type: 'object',
    required: ['lines', 'quantity', 'price', 'total'],
    properties: {
      kind: { const: 'line-totals' },
      lines: fieldName,
      quantity: fieldName,
      price: fieldName,
      discount: fieldName,
      tax: fieldName,
      total: fieldName,
      into: {
        type: 'object',
        properties: { subtotal: fieldName, discount: fieldName, tax: fieldName, total: fieldName },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
  check: (settings, module) => {
    const names = namesIn(settings)
    const lines = module.fields.get(names.lines)
    if (lines === undefined) return [missing(module, 'lines', names.lines)]
    const unknown = [...missingInLines(settings, lines, module), ...missingInRecord(names.into, module)]
    return unknown.length > 0 ? unknown : wrongTypes(names, lines, module)
  },
  apply: (record, settings) => {
    const names = namesIn(settings)
    const lines = record[names.lines] ?? []
    if (!isList(lines)) return record
    const rows = lines.map((line) => (isObject(line) ? line : {}))
    const currencies = new Set(rows.map((line) => currencyOf(line[names.price])).filter((code) => code !== undefined))
    const [currency] = currencies
    const totals = rows.map((line) => lineSums(line, names))
    const computed = lines.map((line, index) =>
      isObject(line) ? { ...line, [names.total]: lineTotal(line[names.price], net(totals[index]), currency) } : line,
    )
    return {
      ...record,
      ...(record[names.lines] === lines ? { [names.lines]: computed } : {}),
      ...recordTotals(currencies.size > 1 ? undefined : totals, names.into, currency),
    }
  },
}

const namesIn = (settings: JsonObject): Names => ({
  lines: stringAt(settings, 'lines') ?? '',
  quantity: stringAt(settings, 'quantity') ?? '',
  price: stringAt(settings, 'price') ?? '',
  discount: stringAt(settings, 'discount') ?? '',
  tax: stringAt(settings, 'tax') ?? '',
  total: stringAt(settings, 'total') ?? '',
  into: objectAt(settings, 'into') ?? {},
})

const lineSums = (line: JsonObject, names: Names): Sums => {
  const currency = currencyOf(line[names.price])
  const gross = rounded(decimal(line[names.quantity]).times(decimal(line[names.price])), currency)
  const discount = rounded(gross.times(decimal(line[names.discount])).dividedBy(100), currency)
  const tax = rounded(gross.minus(discount).times(decimal(line[names.tax])).dividedBy(100), currency)
  return { subtotal: gross, discount, tax }
}

const net = (sums: Sums | undefined): Decimal => (sums === undefined ? nothing : sums.subtotal.minus(sums.discount))

/** Empty where there are none to add up. */
const recordTotals = (
  totals: readonly Sums[] | undefined,
  into: JsonObject,
  currency: string | undefined,
): JsonObject => {
  const sum = (of: (sums: Sums) => Decimal): Json =>
    totals === undefined
      ? null
      : money(
          totals.reduce((so, one) => so.plus(of(one)), nothing),
          currency,
        )
  const values: Readonly<Record<string, Json>> = {
    subtotal: sum((one) => one.subtotal),
    discount: sum((one) => one.discount),
    tax: sum((one) => one.tax),
    total: sum((one) => net(one).plus(one.tax)),
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
      const field = stringAt(into, key)
      return field === undefined ? [] : [[field, value]]
    }),
  )
}

const scaleFor = (currency: string | undefined): number => (currency === undefined ? places : decimalsOf(currency))

const rounded = (value: Decimal, currency: string | undefined): Decimal =>
  value.toDecimalPlaces(scaleFor(currency), Exact.ROUND_HALF_EVEN)

const money = (value: Decimal, currency: string | undefined): Json =>
  currency === undefined ? value.toFixed(places) : { amount: value.toFixed(scaleFor(currency)), currency }

/** As the price is written; a line that has none yet is like the others. */
const lineTotal = (price: Json | undefined, value: Decimal, currency: string | undefined): Json => {
  if (isObject(price)) return money(value, currencyOf(price) ?? currency)
  return price === undefined || price === null ? money(value, currency) : value.toFixed(places)
}

/** Reads a number, decimal text or money amount; anything else counts as zero (validation refuses it anyway). */
const decimal = (value: Json | undefined): Decimal => exactFrom(isObject(value) ? value['amount'] : value) ?? nothing

const currencyOf = (value: Json | undefined): string | undefined =>
  isObject(value) ? stringAt(value, 'currency') : undefined

const missing = (module: Module, key: string, field: string): Issue =>
  problem('RULE_FIELD_UNKNOWN', { pointer: pointerTo(...key.split('/')), params: { field, module: module.name } })

const missingInLines = (settings: JsonObject, lines: Field, module: Module): readonly Issue[] =>
  ['quantity', 'price', 'discount', 'tax', 'total'].flatMap((key) => {
    const name = stringAt(settings, key)
    return name === undefined || lines.children.has(name) ? [] : [missing(module, key, `${lines.name}.${name}`)]
  })

const missingInRecord = (into: JsonObject, module: Module): readonly Issue[] =>
  Object.keys(into).flatMap((key) => {
    const name = stringAt(into, key)
    return name === undefined || module.fields.has(name) ? [] : [missing(module, `into/${key}`, name)]
  })

/** Amounts are written as decimal text or money, and a total as the price is. */
const wrongTypes = (names: Names, lines: Field, module: Module): readonly Issue[] => {
  const price = lines.children.get(names.price)
  const totals = [
    { key: 'total', field: lines.children.get(names.total) },
    ...Object.keys(names.into).map((key) => ({
      key: `into/${key}`,
      field: module.fields.get(stringAt(names.into, key) ?? ''),
    })),
  ]
  return [{ key: 'price', field: price }, ...totals].flatMap(({ key, field }) => {
    if (field === undefined || price === undefined || (isExact(field) && field.type.kind === price.type.kind)) return []
    const params = { field: field.title, type: field.type.kind, price: price.title }
    return [problem('RULE_FIELD_TYPE', { pointer: pointerTo(...key.split('/')), params })]
  })
}

const isExact = (field: Field): boolean => primitiveOf(field, field.type.measuredPart) === 'numeric'
