import {
  type Cell,
  isObject,
  type Issue,
  type Json,
  type JsonObject,
  listAt,
  partsOf,
  pointerTo,
  type Primitive,
  problem,
  stringAt,
} from '@telar/metadata'
import { type Row, rows } from '../../database/pool.ts'
import { TelarError } from '../../errors.ts'
import { type Caller, enterToRead } from '../caller.ts'
import { chooseRows, type RowRequest } from '../row-choice.ts'
import { aggregateSql, type Arrangement, labelledGroups } from './aggregate-sql.ts'
import { bindAggregate, type BoundAggregate, type BoundGroup, type BoundMeasure } from './bind-aggregate.ts'

export interface AggregateRequest {
  readonly module: string
  /** `groupBy`, `measures`, `each`, `having`, `sort` as written. */
  readonly body: JsonObject
  readonly rows: RowRequest
  readonly limit: number
}

export interface AggregateAnswer {
  readonly groups: readonly { readonly keys: readonly Json[]; readonly values: readonly Json[] }[]
  /** Whether there are more groups than were asked for. */
  readonly more: boolean
}

/** Totals of the records that a filter selects, in groups; sums of money are worth in the main currency. */
export const aggregateRecords = async (caller: Caller, request: AggregateRequest): Promise<AggregateAnswer> => {
  const entered = enterToRead(caller, request.module)
  const bound = bindAggregate(entered, request.body)
  const arrangement = arrangementOf(bound, request)
  const choice = chooseRows(entered, request.rows)
  const found = await rows(caller.database, aggregateSql(caller, choice, { bound, arrangement }))
  const labelled = labelledGroups(caller, bound)
  return {
    groups: found.slice(0, request.limit).map((row) => ({
      keys: bound.groups.map((group, index) =>
        keyOf(group, { row, index, label: labelAt(row, { bound, labelled, index }) }),
      ),
      values: bound.measures.map((measure, index) => valueOf(measure, row[bound.groups.length + index])),
    })),
    more: found.length > request.limit,
  }
}

const labelAt = (
  row: Row,
  {
    bound,
    labelled,
    index,
  }: { readonly bound: BoundAggregate; readonly labelled: readonly number[]; readonly index: number },
): string | null => {
  const place = labelled.indexOf(index)
  const label = place < 0 ? null : row[bound.groups.length + bound.measures.length + place]
  return typeof label === 'string' ? label : null
}

const keyOf = (
  group: BoundGroup,
  { row, index, label }: { readonly row: Row; readonly index: number; readonly label: string | null },
): Json => {
  const { field, by, isPart, operand } = group
  const cell = numberOr(cellOf(row[index]), operand.primitive)
  if (cell === null || by !== undefined || isPart || field.system) return cell
  const [part, ...others] = partsOf(field)
  // A field of several parts is grouped by one of them, which alone cannot be read as the whole.
  return part === undefined || others.length > 0
    ? field.type.readMeasure(cell, field)
    : field.type.read({ [part]: cell }, field, () => label)
}

/** Numbers inside json come as exact ones. */
const numberOr = (cell: Cell, primitive: Primitive): Cell =>
  typeof cell === 'string' && (primitive === 'integer' || primitive === 'double') ? Number(cell) : cell

const valueOf = ({ measure, of }: BoundMeasure, value: unknown): Json => {
  const cell = cellOf(value)
  return cell === null || of === undefined || measure === 'count' || measure === 'countDistinct'
    ? cell
    : of.field.type.readMeasure(cell, of.field)
}

// The driver gives exactly the cell forms that the expressions have.
const cellOf = (value: unknown): Cell => (value === undefined ? null : (value as Cell)) // oxlint-disable-line no-unsafe-type-assertion -- see above

const comparisons: Readonly<Record<string, string>> = {
  equals: '=',
  notEquals: '<>',
  lessThan: '<',
  atMost: '<=',
  greaterThan: '>',
  atLeast: '>=',
}

const arrangementOf = (bound: BoundAggregate, { body, limit }: AggregateRequest): Arrangement => {
  const issues: Issue[] = []
  const names = [...bound.groups, ...bound.measures].map(({ name }) => name)
  const known = (name: string, pointer: string): boolean => {
    if (!names.includes(name)) issues.push(problem('AGGREGATE_NAME', { pointer, params: { name, known: names } }))
    return names.includes(name)
  }
  const order = namesIn(body['sort'], issues).map((name) => ({
    name: name.replace(/^-/, ''),
    descending: name.startsWith('-'),
  }))
  const arrangement = {
    order: order.filter(({ name }) => known(name, '/sort')),
    having: (listAt(body, 'having') ?? []).flatMap((item, index) => {
      const pointer = pointerTo('having', index)
      const having = isObject(item) ? havingOf(item) : undefined
      if (having === undefined)
        issues.push(
          problem('AGGREGATE_SHAPE', { pointer, params: { wanted: '{"measure": …, "op": "atLeast", "value": 5}' } }),
        )
      return having !== undefined && known(having.name, pointer) ? [having] : []
    }),
    limit,
  }
  if (issues.length > 0) throw new TelarError('QUERY_INVALID', { issues })
  return arrangement
}

const namesIn = (sort: Json | undefined, issues: Issue[]): readonly string[] => {
  if (sort === undefined || sort === null) return []
  const list = typeof sort === 'string' ? sort.split(',') : sort
  const names = Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
  if (names.length === 0 || names.length > 8)
    issues.push(problem('AGGREGATE_SHAPE', { pointer: '/sort', params: { wanted: '"-sum:amount,stage"' } }))
  return names.map((name) => name.trim()).slice(0, 8)
}

const havingOf = (item: JsonObject): Arrangement['having'][number] | undefined => {
  const name = stringAt(item, 'measure')
  const compare = comparisons[stringAt(item, 'op') ?? '']
  const value = item['value']
  const number =
    typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value))
      ? String(value)
      : undefined
  return name === undefined || compare === undefined || number === undefined
    ? undefined
    : { name, compare, value: number }
}
