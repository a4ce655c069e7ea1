import { isDay } from '../fields/calendar.ts'
import { isUuid } from '../fields/cell.ts'
import type { Cell, Primitive } from '../fields/field-type.ts'
import { instantFrom } from '../fields/instant.ts'
import { isList, isObject, type Json } from '../json.ts'

/**
 * The value inside a json column as a cell of a primitive. Null when it is missing or of another kind: a composite
 * keeps what was stored before its definition changed.
 */
export const cellInside = (column: Cell, keys: readonly string[], primitive: Primitive): Cell => {
  const value = keys.reduce<Json>((inside, key) => (isObject(inside) ? (inside[key] ?? null) : null), column)
  return readers[primitive](value)
}

/** Text that stands for a number; the database reads the same form (`predicate-sql.ts`). */
export const decimalForm = '^-?[0-9]{1,60}([.][0-9]{1,40})?$'

const decimal = new RegExp(decimalForm)

const textIf =
  (fits: (text: string) => boolean) =>
  (value: Json): Cell =>
    typeof value === 'string' && fits(value) ? value : null

const readers: Readonly<Record<Primitive, (value: Json) => Cell>> = {
  text: textIf(() => true),
  integer: (value) => (typeof value === 'number' ? value : null),
  double: (value) => (typeof value === 'number' ? value : null),
  numeric: (value) => (typeof value === 'number' ? String(value) : textIf((text) => decimal.test(text))(value)),
  boolean: (value) => (typeof value === 'boolean' ? value : null),
  date: textIf(isDay),
  timestamp: textIf((text) => instantFrom(text) !== undefined),
  uuid: textIf(isUuid),
  json: (value) => value,
  textList: (value) => (isList(value) ? value.filter((item) => typeof item === 'string') : null),
}
