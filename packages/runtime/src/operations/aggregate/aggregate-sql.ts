import type { Measure, Primitive } from '@telar/metadata'
import { ident, join, raw, type Sql, sql } from '../../database/sql.ts'
import { type LinkJoins, linkJoins, pathsIn, tablesOf } from '../../storage/link-joins.ts'
import { operandSql } from '../../storage/operand-sql.ts'
import { isEmptySql, predicateSql } from '../../storage/predicate-sql.ts'
import { collationOf } from '../../storage/text-collation.ts'
import type { Caller } from '../caller.ts'
import { referenceTarget } from '../reference-target.ts'
import type { RowChoice } from '../row-choice.ts'
import type { BoundAggregate, BoundGroup, BoundMeasure, DatePart } from './bind-aggregate.ts'

/** How groups are ordered and cut. */
export interface Arrangement {
  readonly order: readonly { readonly name: string; readonly descending: boolean }[]
  readonly having: readonly { readonly name: string; readonly compare: string; readonly value: string }[]
  readonly limit: number
}

/** One statement: groups as `g0…`, measures as `m0…`, labels of linked records as `l0…`. */
export const aggregateSql = (
  caller: Caller,
  choice: RowChoice,
  { bound, arrangement }: { readonly bound: BoundAggregate; readonly arrangement: Arrangement },
): Sql => {
  const used = [...bound.groups, ...bound.measures.flatMap(({ of }) => of ?? [])]
  const pathsOf = (isInner: boolean) => used.filter((one) => one.isInner === isInner).map(({ operand }) => operand.path)
  const joins = linkJoins(choice.source, [...pathsIn(choice.predicate), ...pathsOf(false)])
  const inner = linkJoins({ ...choice.source, alias: 'e' }, pathsOf(true))
  const reading = { caller, joins, inner }
  const groups = bound.groups.map((group, index) => sql`${groupSql(reading, group)} as ${ident(`g${index}`)}`)
  const measures = bound.measures.map((measure, index) => sql`${measureSql(reading, measure)} as ${ident(`m${index}`)}`)
  const grouped = sql`select ${join([...groups, ...measures, raw('1 as one')])} from ${choice.rows} ${joins.sql} ${eachSql(bound)} ${inner.sql}
    where ${choice.conditions} and ${predicateSql(choice.predicate, joins)}${groupBy(groups.length)}`
  const labels = bound.groups.flatMap((group, index) => labelJoin({ caller, choice }, group, index))
  return sql`select ${join([...columnsOf(bound), ...labels.map(({ column }) => column)])} from (${grouped}) x ${join(
    labels.map(({ text }) => text),
    ' ',
  )}
    ${havingSql(bound, arrangement)} order by ${orderSql({ caller, choice }, bound, arrangement)} limit ${arrangement.limit + 1}`
}

interface Reading {
  readonly caller: Caller
  readonly joins: LinkJoins
  /** For fields of the rows of a list, under the alias `e`. */
  readonly inner: LinkJoins
}

const valueSql = ({ joins, inner }: Reading, { operand, isInner }: Pick<BoundGroup, 'operand' | 'isInner'>): Sql =>
  operandSql(operand, isInner ? inner : joins).text

/** Groups by number: the expressions hold parameters, which would not be recognised as the same a second time. */
const groupBy = (count: number): Sql =>
  count === 0 ? raw('') : raw(` group by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`)

const groupSql = (reading: Reading, group: BoundGroup): Sql => {
  const value = valueSql(reading, group)
  return group.by === undefined
    ? value
    : datePartSql(value, { by: group.by, isTime: group.field.type.grouping === 'timestamp', caller: reading.caller })
}

/** The first day of the part (or the hour), in the reader's zone and week. */
const datePartSql = (
  value: Sql,
  { by, isTime, caller }: { readonly by: DatePart; readonly isTime: boolean; readonly caller: Caller },
): Sql => {
  const { timeZone, firstDayOfWeek } = caller.principal
  const local = isTime ? sql`(${value} at time zone ${timeZone})` : sql`${value}::timestamp`
  // Of the two hours that are called alike when clocks go back, each stays itself.
  if (by === 'hour') return sql`date_trunc('hour', ${value}, ${timeZone})`
  // PostgreSQL's weeks begin on Monday: days are moved there and back.
  const shift = raw(`interval '${by === 'week' ? (8 - firstDayOfWeek) % 7 : 0} days'`)
  return sql`(date_trunc(${raw(`'${by}'`)}, ${local} + ${shift}) - ${shift})::date`
}

const measureSql = (reading: Reading, { measure, of }: BoundMeasure): Sql =>
  of === undefined ? raw('count(*)') : functions[measure](valueSql(reading, of), of.operand.primitive)

/** Exact numbers stay exact; the others travel as JSON numbers. */
const asRead = (value: Sql, primitive: Primitive): Sql =>
  primitive === 'numeric'
    ? sql`trim_scale(${value})`
    : primitive === 'integer' || primitive === 'double'
      ? sql`(${value})::double precision`
      : value

const functions = {
  count: (value, primitive) => sql`count(*) filter (where ${isEmptySql(value, primitive, false)})`,
  countDistinct: (value) => sql`count(distinct ${value})`,
  sum: (value, primitive) => asRead(sql`sum(${value})`, primitive),
  average: (value, primitive) =>
    asRead(primitive === 'numeric' ? sql`round(avg(${value}), 6)` : sql`avg(${value})`, primitive),
  min: (value, primitive) => asRead(sql`min(${value})`, primitive),
  max: (value, primitive) => asRead(sql`max(${value})`, primitive),
} as const satisfies Record<Measure, (value: Sql, primitive: Primitive) => Sql>

const eachSql = ({ each }: BoundAggregate): Sql =>
  each === undefined
    ? raw('')
    : sql`cross join lateral jsonb_array_elements(case when jsonb_typeof(t.${ident(each.column)}) = 'array' then t.${ident(each.column)} else '[]' end) e(value)`

const columnsOf = (bound: BoundAggregate): readonly Sql[] => [
  ...bound.groups.map((_, index) => ident('x', `g${index}`)),
  ...bound.measures.map((_, index) => ident('x', `m${index}`)),
]

interface LabelJoin {
  readonly index: number
  readonly column: Sql
  readonly text: Sql
}

interface LabelPlace {
  readonly caller: Caller
  readonly choice: RowChoice
}

const labelJoin = ({ caller, choice }: LabelPlace, { field }: BoundGroup, index: number): readonly LabelJoin[] => {
  const target = labelTarget(caller, field)
  if (target === undefined) return []
  const [alias, id] = [`l${index}`, ident('x', `g${index}`)]
  return [
    {
      index,
      column: sql`${ident(alias, target.label)}`,
      text: sql`left join ${tablesOf(choice.source).records(target.table, id)} ${ident(alias)} on ${ident(alias, 'id')} = ${id}`,
    },
  ]
}

/** System people are plain ids, as in the record itself. */
const labelTarget = (caller: Caller, field: BoundGroup['field']) =>
  field.system ? undefined : referenceTarget(caller, field)

/** Groups whose label a statement brings along, in the order of their columns. */
export const labelledGroups = (caller: Caller, bound: BoundAggregate): readonly number[] =>
  bound.groups.flatMap(({ field }, index) => (labelTarget(caller, field) === undefined ? [] : [index]))

const columnNamed = (bound: BoundAggregate, name: string): Sql => {
  const group = bound.groups.findIndex((one) => one.name === name)
  return ident('x', group >= 0 ? `g${group}` : `m${bound.measures.findIndex((one) => one.name === name)}`)
}

const havingSql = (bound: BoundAggregate, { having }: Arrangement): Sql =>
  having.length === 0
    ? raw('')
    : sql`where ${join(
        having.map(({ name, compare, value }) => sql`${columnNamed(bound, name)} ${raw(compare)} ${value}::numeric`),
        ' and ',
      )}`

/** As asked for, then by the groups themselves: choices in the order of their list, links by label, empty last. */
const orderSql = (place: LabelPlace, bound: BoundAggregate, { order }: Arrangement): Sql =>
  join([
    ...order.map(({ name, descending }) => {
      const index = bound.groups.findIndex((one) => one.name === name)
      const group = bound.groups[index]
      const key = group === undefined ? columnNamed(bound, name) : groupOrder(place, group, index)
      return sql`${key} ${raw(descending ? 'desc nulls last' : 'asc nulls last')}`
    }),
    ...bound.groups.map((group, index) => sql`${groupOrder(place, group, index)} asc nulls last`),
    raw('x.one'),
  ])

const groupOrder = (place: LabelPlace, group: BoundGroup, index: number): Sql => {
  const key = group.isPart ? undefined : group.field.type.sort(group.field)
  const column = ident('x', `g${index}`)
  if (key?.by === 'position') return sql`array_position(${key.values}::text[], ${column}::text)`
  const [label] = labelJoin(place, group, index)
  if (label !== undefined) return label.column
  return group.operand.primitive === 'text'
    ? sql`${column} collate ${ident(collationOf(place.caller.snapshot.model))}`
    : column
}
