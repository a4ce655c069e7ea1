import { Decimal } from 'decimal.js'
import type { Cell, Primitive } from '../fields/field-type.ts'
import { instantFrom } from '../fields/instant.ts'
import { sameJson } from '../json.ts'

/**
 * Which of two cells of one column comes first: negative, 0, positive; NaN for what has no order. Text by code points,
 * as predicates compare it; how people sort text is the database's collation and no business of a predicate.
 */
export const orderCells = (primitive: Primitive, a: Cell, b: Cell): number => {
  if (sameJson(a, b)) return 0
  return orders[primitive](a, b)
}

const orders: Readonly<Record<Primitive, (a: Cell, b: Cell) => number>> = {
  text: (a, b) => byCodePoints(textOf(a), textOf(b)),
  integer: (a, b) => Number(a) - Number(b),
  double: (a, b) => Number(a) - Number(b),
  numeric: (a, b) => new Decimal(textOf(a)).cmp(textOf(b)),
  boolean: (a, b) => Number(a) - Number(b),
  date: (a, b) => byCodePoints(textOf(a), textOf(b)),
  timestamp: (a, b) => byTime(textOf(a), textOf(b)),
  uuid: (a, b) => byCodePoints(textOf(a).toLowerCase(), textOf(b).toLowerCase()),
  json: () => Number.NaN,
  textList: () => Number.NaN,
}

/** How a column of another kind than text is written. */
const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : JSON.stringify(cell))

const byCodePoints = (a: string, b: string): number => {
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((letter, index) => letter !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1)
}

const byTime = (a: string, b: string): number => {
  const [left, right] = [instantFrom(a), instantFrom(b)]
  if (left === undefined || right === undefined) return Number.NaN
  return left.seconds - right.seconds || left.micros - right.micros
}
