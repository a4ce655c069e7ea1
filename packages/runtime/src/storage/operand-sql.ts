import type { Operand } from '@telar/metadata'
import { ident, raw, type Sql, sql } from '../database/sql.ts'
import { jsonInside } from './json-inside.ts'
import { type LinkJoins, viaAlias } from './link-joins.ts'
import { castTypes } from './primitives.ts'

/** An operand as SQL, and the type that values compared with it are cast to. */
export interface OperandSql {
  readonly text: Sql
  readonly cast: Sql
}

export const operandSql = (operand: Operand, joins: LinkJoins): OperandSql => {
  const row = operand.via === true ? viaAlias(joins) : joins.aliasOf(operand.path)
  const column = ident(row, operand.column)
  if (operand.keys.length === 0) return { text: column, cast: raw(castTypes[operand.primitive]) }
  const inner = jsonInside[operand.primitive]
  return { text: inner.read(sql`(${column} #> ${operand.keys}::text[])`), cast: raw(inner.cast) }
}
