import {
  type Field,
  findPath,
  findRowPath,
  isListOfRows,
  isObject,
  type Issue,
  type Json,
  type JsonObject,
  listAt,
  type Measure,
  type Operand,
  operandAt,
  pointerTo,
  problem,
  stringAt,
} from '@telar/metadata'
import type { Reading } from '../../access/reading.ts'
import { TelarError } from '../../errors.ts'
import type { ReadModule } from '../../snapshot/snapshot.ts'
import type { Readable } from '../caller.ts'

/** A question for totals, bound to the model: what to group by, what to measure. */
export interface BoundAggregate {
  /** The list of rows inside each record that is counted instead of the records. */
  readonly each: Field | undefined
  readonly groups: readonly BoundGroup[]
  readonly measures: readonly BoundMeasure[]
}

export interface BoundGroup {
  readonly name: string
  readonly field: Field
  readonly operand: Operand
  /** Whether it stands in the rows of `each`. */
  readonly isInner: boolean
  /** Whether a part of the field is meant (`amount.currency`), which is read as it is stored. */
  readonly isPart: boolean
  readonly by: DatePart | undefined
}

export interface BoundMeasure {
  readonly name: string
  readonly measure: Measure
  /** Undefined where records (or rows) themselves are counted. */
  readonly of: Omit<BoundGroup, 'name' | 'by'> | undefined
}

export const dateParts = ['year', 'quarter', 'month', 'week', 'day', 'hour'] as const

export type DatePart = (typeof dateParts)[number]

const mostGroups = 5
const mostMeasures = 20

/** Every problem of the question at once. */
export const bindAggregate = ({ served, reading }: Readable, body: JsonObject): BoundAggregate => {
  const issues: Issue[] = []
  const binder: Binder = { reading, served, issues, each: eachOf(served, body, issues) }
  const groups = listOf(body, 'groupBy', { limit: mostGroups, issues }).flatMap(({ item, pointer }) =>
    bindGroup(binder, item, pointer),
  )
  const measures = listOf(body, 'measures', { limit: mostMeasures, issues }).flatMap(({ item, pointer }) =>
    bindMeasure(binder, item, pointer),
  )
  const names = [...groups, ...measures].map(({ name }) => name)
  for (const name of names.filter((one, index) => names.indexOf(one) !== index))
    issues.push(problem('AGGREGATE_NAME_TWICE', { params: { name } }))
  if (issues.length > 0) throw new TelarError('QUERY_INVALID', { issues })
  return { each: binder.each, groups, measures }
}

interface Binder {
  readonly reading: Reading
  readonly served: ReadModule
  readonly issues: Issue[]
  readonly each: Field | undefined
}

const eachOf = ({ module }: ReadModule, body: JsonObject, issues: Issue[]): Field | undefined => {
  const name = body['each']
  if (name === undefined || name === null) return undefined
  const field = typeof name === 'string' ? module.fields.get(name) : undefined
  const isRows = field !== undefined && isListOfRows(field)
  if (!isRows)
    issues.push(
      problem('AGGREGATE_EACH', { pointer: '/each', params: { field: typeof name === 'string' ? name : '' } }),
    )
  return isRows ? field : undefined
}

interface Listed {
  readonly item: JsonObject
  readonly pointer: string
}

const listOf = (
  body: JsonObject,
  key: string,
  { limit, issues }: { readonly limit: number; readonly issues: Issue[] },
): readonly Listed[] => {
  const value = body[key]
  if (value === undefined || value === null) return []
  const list = listAt(body, key)
  if (list === undefined)
    issues.push(problem('AGGREGATE_SHAPE', { pointer: pointerTo(key), params: { wanted: '[{…}]' } }))
  if (list !== undefined && list.length > limit)
    issues.push(problem('AGGREGATE_TOO_MANY', { pointer: pointerTo(key), params: { limit } }))
  return (list ?? []).slice(0, limit).flatMap((item, index) => {
    const pointer = pointerTo(key, index)
    if (isObject(item)) return [{ item, pointer }]
    issues.push(problem('AGGREGATE_SHAPE', { pointer, params: { wanted: '{"field": …}' } }))
    return []
  })
}

const bindGroup = (binder: Binder, item: JsonObject, pointer: string): readonly BoundGroup[] => {
  const found = bindField(binder, item['field'], pointer)
  if (found === undefined) return []
  const { grouping } = found.field.type
  const parts = found.isPart ? [] : partsOf(grouping)
  const written = item['by']
  const by = parts.find((part) => part === written)
  const name = textOf(item['field'])
  if (grouping === undefined)
    return refused(binder, problem('AGGREGATE_NO_GROUP', { pointer, params: { field: name } }))
  if (written !== undefined && by === undefined) {
    return refused(
      binder,
      problem(parts.length === 0 ? 'AGGREGATE_NO_GROUP' : 'AGGREGATE_PART', {
        pointer: `${pointer}/by`,
        params: { field: name, known: parts },
      }),
    )
  }
  return [{ ...found, by, name: stringAt(item, 'as') ?? (by === undefined ? name : `${name}:${by}`) }]
}

const partsOf = (grouping: Field['type']['grouping']): readonly DatePart[] => {
  if (grouping === 'timestamp') return dateParts
  return grouping === 'date' ? dateParts.filter((part) => part !== 'hour') : []
}

const bindMeasure = (binder: Binder, item: JsonObject, pointer: string): readonly BoundMeasure[] => {
  const written = textOf(item['measure'])
  const name = stringAt(item, 'as')
  if (item['field'] === undefined || item['field'] === null) {
    if (written === 'count') return [{ name: name ?? 'count', measure: 'count', of: undefined }]
    return refused(
      binder,
      problem('AGGREGATE_SHAPE', { pointer, params: { wanted: '{"measure": "sum", "field": …}' } }),
    )
  }
  const of = bindField(binder, item['field'], pointer)
  if (of === undefined) return []
  const offered = measuresOf(of)
  const measure = offered.find((one) => one === written)
  const field = textOf(item['field'])
  if (measure === undefined) {
    return refused(
      binder,
      problem('AGGREGATE_NO_MEASURE', {
        pointer: `${pointer}/measure`,
        params: { field, measure: written, known: offered },
      }),
    )
  }
  return [{ name: name ?? `${measure}:${field}`, measure, of }]
}

/** What a part would add up to means nothing: amounts of several currencies, halves of an address. It can be counted. */
const measuresOf = ({ field, isPart }: Pick<BoundGroup, 'field' | 'isPart'>): readonly Measure[] =>
  isPart
    ? field.type.measures.filter((measure) => measure === 'count' || measure === 'countDistinct')
    : field.type.measures

const refused = (binder: Binder, issue: Issue): readonly [] => {
  binder.issues.push(issue)
  return []
}

const bindField = (
  binder: Binder,
  written: Json | undefined,
  pointer: string,
): Omit<BoundGroup, 'name' | 'by'> | undefined => {
  const { each, reading, served } = binder
  const name = textOf(written)
  const isInner = each !== undefined && name.startsWith(`${each.name}.`)
  const { model } = reading
  const found = isInner
    ? findRowPath(model, each, name.slice(each.name.length + 1))
    : findPath(model, served.module, name)
  if (!found.ok) {
    binder.issues.push(problem(found.code, { pointer: `${pointer}/field`, params: found.params }))
    return undefined
  }
  const { path } = found
  const isPart = path.namesPart && path.part !== path.field.type.measuredPart
  const operand = operandAt(path, isPart ? path.part : path.field.type.measuredPart)
  return { field: path.field, operand, isInner, isPart }
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
