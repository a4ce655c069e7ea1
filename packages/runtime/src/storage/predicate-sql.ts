import {
  type Cell,
  type Compare,
  type Comparison,
  fold,
  type Predicate,
  type Primitive,
  type Relation,
  rowColumn,
  type Shared,
} from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../database/sql.ts'
import { type LinkJoins, linkJoins, pathsIn, tablesOf, viaAlias } from './link-joins.ts'
import { type OperandSql, operandSql } from './operand-sql.ts'

/**
 * A predicate as a condition over the rows of `joins`, which must hold the joins of `pathsIn(predicate)`. True exactly
 * where `evaluate` is; elsewhere false or null, which `where` treats alike. Negation is pushed down to the comparisons,
 * so that plain ones keep the form that indexes serve.
 */
export const predicateSql = (predicate: Predicate, joins: LinkJoins): Sql => render(predicate, joins, true)

const render = (predicate: Predicate, joins: LinkJoins, wanted: boolean): Sql => {
  switch (predicate.type) {
    case 'always':
    case 'never':
      return raw(String((predicate.type === 'always') === wanted))
    case 'all':
    case 'any':
      return group(predicate.of, joins, { wanted, word: (predicate.type === 'all') === wanted ? 'and' : 'or' })
    case 'not':
      return render(predicate.of, joins, !wanted)
    case 'exists':
      return sql`${raw(wanted ? 'exists' : 'not exists')} (${related(predicate, joins)})`
    case 'shared':
      return sharedSql(predicate, joins, wanted)
    case 'compare':
      return compareSql(predicate, operandSql(predicate.operand, joins), wanted)
  }
}

const group = (
  of: readonly Predicate[],
  joins: LinkJoins,
  { wanted, word }: { readonly wanted: boolean; readonly word: 'and' | 'or' },
): Sql =>
  of.length === 0
    ? raw(String(word === 'and'))
    : sql`(${join(
        of.map((one) => render(one, joins, wanted)),
        ` ${word} `,
      )})`

/** Rows on the other side under an alias one level deeper, so that nested quantifiers do not meet. */
const related = ({ through, where }: Extract<Predicate, { type: 'exists' }>, outer: LinkJoins): Sql => {
  const inner = linkJoins({ ...outer, alias: `${outer.alias}_r` }, pathsIn(where))
  return through.type === 'rows'
    ? sql`select from ${itemsSql(through, { outer, inner })} ${inner.sql} where ${predicateSql(where, inner)}`
    : relatedRecords({ through, where }, { outer, inner })
}

/** The items of a list inside a json column; what is no list has none. */
const itemsSql = ({ column, keys }: Extract<Relation, { type: 'rows' }>, { outer, inner }: Levels): Sql => {
  const whole = ident(outer.alias, column)
  const list = keys.length === 0 ? whole : sql`(${whole} #> ${keys}::text[])`
  return sql`jsonb_array_elements(case when jsonb_typeof(${list}) = 'array' then ${list} end) ${ident(inner.alias)}(${ident(rowColumn)})`
}

type OtherRecords = Exclude<Relation, { type: 'rows' }>

const relatedRecords = (
  { through, where }: { readonly through: OtherRecords; readonly where: Predicate },
  { outer, inner }: Levels,
): Sql => {
  const id = through.type === 'links' ? ident(viaAlias(inner), through.to) : undefined
  const row = sql`${tablesOf(outer).records(through.table, id)} ${ident(inner.alias)}`
  return sql`select from ${relationSql(through, row, { outer, inner })} ${inner.sql} where ${ownedBy(through, { outer, inner })} and ${ident(inner.alias, 'deleted_at')} is null and ${predicateSql(where, inner)}`
}

/** The ids are asked for once a statement, so that the rows may still be found by an index. */
const sharedSql = ({ module, level, member, teams }: Shared, { schema, alias }: LinkJoins, wanted: boolean): Sql => {
  const enough = raw(level === 'write' ? ` and s.level = 'write'` : '')
  const ids = sql`array(select s.record from ${ident(schema, 'record_share')} s
    where s.module = ${module} and (s.member = ${member}::uuid or s.team = any(${teams}::uuid[]))${enough})`
  const isShared = sql`${ident(alias, 'id')} = any(${ids})`
  return wanted ? isShared : sql`not ${isShared}`
}

interface Levels {
  readonly outer: LinkJoins
  readonly inner: LinkJoins
}

const relationSql = (through: OtherRecords, row: Sql, { outer, inner }: Levels): Sql =>
  through.type === 'inverse'
    ? row
    : sql`${tablesOf(outer).links(through.via)} ${ident(viaAlias(inner))} join ${row} on ${ident(inner.alias, 'id')} = ${ident(viaAlias(inner), through.to)}`

const ownedBy = (through: OtherRecords, { outer, inner }: Levels): Sql =>
  through.type === 'inverse'
    ? sql`${ident(inner.alias, through.column)} = ${ident(outer.alias, 'id')}`
    : sql`${ident(viaAlias(inner), through.from)} = ${ident(outer.alias, 'id')}`

const compareSql = ({ compare, values, operand }: Compare, on: OperandSql, wanted: boolean): Sql => {
  if (compare === 'isEmpty') return isEmptySql(on.text, operand.primitive, wanted)
  const condition = comparisons[compare](on, values, operand.primitive)
  return wanted ? condition : sql`(${condition}) is not true`
}

/** Whether a value is (or is not) what a filter calls empty. */
export const isEmptySql = (column: Sql, primitive: Primitive, wanted: boolean): Sql => {
  const isNull = sql`${column} is ${raw(wanted ? 'null' : 'not null')}`
  const blank = blanks[primitive]?.(column)
  if (blank === undefined) return isNull
  return wanted ? sql`(${isNull} or ${blank})` : sql`(${isNull} and not ${blank})`
}

/** What is empty without being null. */
const blanks: Partial<Record<Primitive, (column: Sql) => Sql>> = {
  textList: (column) => sql`cardinality(${column}) = 0`,
  json: (column) => sql`(${column} in ('null', '[]', '{}'))`,
}

type Render = (on: OperandSql, values: readonly Cell[], primitive: Primitive) => Sql

/** Each value by itself; comparisons take one, as operators give them. */
const each =
  (condition: (on: OperandSql, value: Cell, primitive: Primitive) => Sql): Render =>
  (on, values, primitive) =>
    values.length === 1
      ? condition(on, values[0] ?? null, primitive)
      : sql`(${join([raw('false'), ...values.map((value) => condition(on, value, primitive))], ' or ')})`

const ordered = (operator: '<' | '<=' | '>' | '>='): Render =>
  each(({ text, cast }, value, primitive) =>
    primitive === 'text'
      ? sql`${text} collate "C" ${raw(operator)} ${value}`
      : sql`${text} ${raw(operator)} ${value}::${cast}`,
  )

const escaped = (value: Cell): string =>
  typeof value === 'string' ? fold(value).replace(/[\\%_]/g, String.raw`\$&`) : ''

/** `like` over the folded text, its own signs escaped. */
const like = (pattern: (piece: string) => string): Render =>
  each(({ text }, value) => sql`telar.fold(${text}) like ${pattern(escaped(value))}`)

const equals = each(
  ({ text, cast }, value, primitive) => sql`${text} = ${primitive === 'json' ? JSON.stringify(value) : value}::${cast}`,
)

const comparisons: Readonly<Record<Exclude<Comparison, 'isEmpty'>, Render>> = {
  equals,
  oneOf: (on, values, primitive) =>
    primitive === 'json' || primitive === 'textList'
      ? equals(on, values, primitive)
      : sql`${on.text} = any(${values}::${on.cast}[])`,
  less: ordered('<'),
  atMost: ordered('<='),
  greater: ordered('>'),
  atLeast: ordered('>='),
  contains: like((piece) => `%${piece}%`),
  startsWith: like((piece) => `${piece}%`),
  endsWith: like((piece) => `%${piece}`),
  hasAny: ({ text }, values) => sql`${text} && ${values}::text[]`,
  hasAll: ({ text }, values) => sql`${text} @> ${values}::text[]`,
}
