import { Decimal } from 'decimal.js'
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

const nothing = new Decimal(0)

const places = 2

/**
 * Totals of quotes, invoices and orders: each line's net total, and subtotal, discount, tax and total of the record.
 * Discount and tax are percents of the line. Sums are made of rounded lines (half even), so that the printed document
 * adds up; a record keeps one currency, the one of its first priced line.
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
    return [...missingInLines(settings, lines, module), ...missingInRecord(names.into, module)]
  },
  apply: (record, settings) => {
    const names = namesIn(settings)
    const lines = record[names.lines]
    if (!isList(lines)) return record
    const rows = lines.map((line) => (isObject(line) ? line : {}))
    const currency = rows.map((line) => currencyOf(line[names.price])).find((code) => code !== undefined)
    const totals = rows.map((line) => lineSums(line, names))
    return {
      ...record,
      [names.lines]: rows.map((line, index) => ({ ...line, [names.total]: amountLike(line[names.price], net(totals[index]), currency) })),
      ...recordTotals(totals, names.into, currency),
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
  const gross = rounded(decimal(line[names.quantity]).times(decimal(line[names.price])))
  const discount = rounded(gross.times(decimal(line[names.discount])).dividedBy(100))
  return { subtotal: gross, discount, tax: rounded(gross.minus(discount).times(decimal(line[names.tax])).dividedBy(100)) }
}

const net = (sums: Sums | undefined): Decimal => (sums === undefined ? nothing : sums.subtotal.minus(sums.discount))

const recordTotals = (totals: readonly Sums[], into: JsonObject, currency: string | undefined): JsonObject => {
  const sum = (of: (sums: Sums) => Decimal): Decimal => totals.reduce((so, one) => so.plus(of(one)), nothing)
  const values: Readonly<Record<string, Decimal>> = {
    subtotal: sum((one) => one.subtotal),
    discount: sum((one) => one.discount),
    tax: sum((one) => one.tax),
    total: sum((one) => net(one).plus(one.tax)),
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
      const field = stringAt(into, key)
      return field === undefined ? [] : [[field, money(value, currency)]]
    }),
  )
}

const rounded = (value: Decimal): Decimal => value.toDecimalPlaces(places, Decimal.ROUND_HALF_EVEN)

const money = (value: Decimal, currency: string | undefined): Json =>
  currency === undefined ? value.toFixed(places) : { amount: value.toFixed(places), currency }

const amountLike = (price: Json | undefined, value: Decimal, currency: string | undefined): Json =>
  isObject(price) || price === undefined || price === null ? money(value, currency) : value.toFixed(places)

/** Reads a number, decimal text or money amount; anything else counts as zero (validation refuses it anyway). */
const decimal = (value: Json | undefined): Decimal => {
  const raw = isObject(value) ? value['amount'] : value
  if (typeof raw !== 'string' && typeof raw !== 'number') return nothing
  try {
    const parsed = new Decimal(raw)
    return parsed.isFinite() ? parsed : nothing
  } catch {
    return nothing
  }
}

const currencyOf = (value: Json | undefined): string | undefined => (isObject(value) ? stringAt(value, 'currency') : undefined)

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
