import { dateInZone, isList, isObject, type Json, type JsonObject } from '@telar/metadata'
import type { Company } from './aggregate-company.ts'

export interface WrittenAggregate {
  readonly groupBy: readonly { readonly field: string; readonly by?: string }[]
  readonly measures: readonly { readonly measure: string; readonly field?: string }[]
  readonly each?: string
}

/** What the server should answer, computed in the plainest way; measures of numbers as numbers. */
export const aggregateByHand = (company: Company, written: WrittenAggregate): ReadonlyMap<string, readonly Json[]> => {
  const rows = company.deals.flatMap((record) =>
    written.each === undefined ? [{ record, row: {} }] : rowsOf(record, written.each),
  )
  const groups = new Map<string, Place[]>()
  if (written.groupBy.length === 0) groups.set('[]', [])
  for (const place of rows) {
    const key = JSON.stringify(written.groupBy.map(({ field, by }) => groupKey(valueAt(company, place, field), by)))
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return new Map(
    [...groups].map(([key, places]) => [key, written.measures.map((measure) => measured(company, places, measure))]),
  )
}

interface Place {
  readonly record: JsonObject
  readonly row: JsonObject
}

const rowsOf = (record: JsonObject, list: string): readonly Place[] => {
  const rows = record[list]
  return isList(rows) ? rows.map((row) => ({ record, row: isObject(row) ? row : {} })) : []
}

/** Follows links by the records themselves; a person or record is `{id, label}`. */
const valueAt = (company: Company, { record, row }: Place, path: string): Json => {
  const [first = '', ...rest] = path.split('.')
  const isOfRow = first === 'lines' && rest.length > 0
  return follow(company, isOfRow ? row : record, isOfRow ? rest : [first, ...rest])
}

const follow = (company: Company, from: JsonObject, [first = '', ...rest]: readonly string[]): Json => {
  const value = from[first] ?? null
  if (rest.length === 0 || !isObject(value)) return rest.length === 0 ? value : null
  const linked = typeof value['id'] === 'string' ? company.byId.get(value['id']) : undefined
  return follow(company, linked ?? value, rest)
}

const groupKey = (value: Json, by: string | undefined): Json =>
  value === null || by === undefined ? worth(value) : firstOf(by, textOf(value))

/** The first day of the part of the calendar in Madrid, or the hour. */
const firstOf = (by: string, value: string): string => {
  if (by === 'hour') return `${value.slice(0, 13)}:00:00Z`
  const date = value.length === 10 ? value : dateInZone(value, 'Europe/Madrid')
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))]
  const firstMonth = by === 'year' ? 1 : by === 'quarter' ? month - ((month - 1) % 3) : month
  if (by === 'day') return date
  return by === 'week' ? monday(date) : `${year}-${String(firstMonth).padStart(2, '0')}-01`
}

const monday = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

const rates = new Map([
  ['EUR', 1],
  ['USD', 0.5],
])

/** Money counts by its worth in euros; an address or anything else stays as it is. */
const worth = (value: Json): Json => {
  if (!isObject(value) || typeof value['amount'] !== 'string') return value
  const rate = rates.get(textOf(value['currency'] ?? null)) ?? 0
  return { amount: (Number(value['amount']) * rate).toFixed(2), currency: 'EUR' }
}

const measured = (
  company: Company,
  places: readonly Place[],
  { measure, field }: WrittenAggregate['measures'][number],
): Json => {
  if (field === undefined) return places.length
  const values = places.map((place) => worth(valueAt(company, place, field))).filter((value) => !isEmpty(value))
  if (measure === 'count') return values.length
  if (measure === 'countDistinct') return new Set(values.map((value) => JSON.stringify(value))).size
  if (values.length === 0) return null
  const numbers = values.map(numberOf)
  if (numbers.some((number) => number === undefined)) return measure === 'min' ? least(values) : greatest(values)
  return computed(
    measure,
    numbers.flatMap((number) => (number === undefined ? [] : [number])),
  )
}

const isEmpty = (value: Json): boolean =>
  value === null || (isList(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0)

/** In millionths, so that sums are exact. */
const millionths = (value: number | string): bigint => BigInt(Math.round(Number(value) * 1e6))

const numberOf = (value: Json): bigint | undefined => {
  const number = isObject(value) ? value['amount'] : value
  if (typeof number === 'number') return millionths(number)
  return typeof number === 'string' && /^-?\d+(\.\d+)?$/.test(number) ? millionths(number) : undefined
}

const computed = (measure: string, numbers: readonly bigint[]): number => {
  const sum = numbers.reduce((so, one) => so + one, 0n)
  const sorted = numbers.toSorted((a, b) => (a < b ? -1 : 1))
  if (measure === 'sum') return Number(sum) / 1e6
  if (measure === 'average') return Number(sum) / 1e6 / numbers.length
  return Number(measure === 'min' ? sorted[0] : sorted.at(-1)) / 1e6
}

const least = (values: readonly Json[]): Json => values.toSorted(byText)[0] ?? null

const greatest = (values: readonly Json[]): Json => values.toSorted(byText).at(-1) ?? null

const byText = (a: Json, b: Json): number => (textOf(a) < textOf(b) ? -1 : 1)

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
