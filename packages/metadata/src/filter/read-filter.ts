import { type Issue, pointerStep, problem } from '../issue/issue.ts'
import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import type { Model, Module } from '../model.ts'
import { operators } from '../operators/index.ts'
import type { FilterValue, Operator } from '../operators/operator.ts'
import { type FieldPath, operandAt } from './field-path.ts'
import type { FilterContext } from './filter-context.ts'
import { deepestFilter, longestFilter, sizeOf } from './filter-size.ts'
import { bindPeriod, bindTeams, bindValue, type BoundValue, isTeams, type ValuePlace } from './filter-value.ts'
import { allOf, always, anyOf, negated, type Predicate } from './predicate.ts'
import { findRelation } from './relation.ts'
import { findInScope, type Scope, scopeName } from './scope.ts'

/** What a filter means for a module, and everything that is wrong with it. */
export interface FilterReading {
  readonly predicate: Predicate
  readonly issues: readonly Issue[]
}

export interface FilterPlace {
  readonly model: Model
  readonly module: Module
  readonly context: FilterContext
}

/** The one reading of the filter language; `checkFilter` and `compileFilter` are its two doors. */
export const readFilter = (filter: unknown, place: FilterPlace): FilterReading => {
  const { depth, terms } = sizeOf(filter)
  if (depth > deepestFilter) return failed('FILTER_TOO_DEEP', '', { limit: deepestFilter })
  if (terms > longestFilter) return failed('FILTER_TOO_LONG', '', { limit: longestFilter })
  return readNode(filter, '', { ...place, scope: { type: 'record', module: place.module } })
}

interface NodePlace extends Pick<FilterPlace, 'model' | 'context'> {
  readonly scope: Scope
}

const readNode = (node: unknown, pointer: string, place: NodePlace): FilterReading => {
  if (!isObject(node)) return failed('FILTER_SHAPE', pointer)
  const form = forms.find(({ key }) => Object.hasOwn(node, key))
  if (form === undefined || Object.keys(node).some((key) => !form.keys.includes(key)))
    return failed('FILTER_SHAPE', pointer)
  return form.read(node, pointer, place)
}

type Form = {
  readonly key: string
  readonly keys: readonly string[]
  readonly read: (node: JsonObject, pointer: string, place: NodePlace) => FilterReading
}

const group =
  (key: string, make: (predicates: readonly Predicate[]) => Predicate): Form['read'] =>
  (node, pointer, place) => {
    const members = node[key]
    if (!isList(members)) return failed('FILTER_SHAPE', pointer + pointerStep(key))
    const readings = members.map((member, index) =>
      readNode(member, pointer + pointerStep(key) + pointerStep(index), place),
    )
    return {
      predicate: make(readings.map(({ predicate }) => predicate)),
      issues: readings.flatMap(({ issues }) => issues),
    }
  }

const opposite: Form['read'] = (node, pointer, place) => {
  const { predicate, issues } = readNode(node['not'], pointer + pointerStep('not'), place)
  return { predicate: negated(predicate), issues }
}

const quantifier =
  (key: string, make: (predicate: Predicate) => Predicate): Form['read'] =>
  (node, pointer, place) => {
    const name = node[key]
    if (typeof name !== 'string') return failed('FILTER_SHAPE', pointer + pointerStep(key))
    const found = findRelation(place.model, place.scope, name)
    if (!found.ok)
      return failed('FILTER_LIST_UNKNOWN', pointer + pointerStep(key), {
        list: name,
        module: scopeName(place.scope),
        known: found.known,
      })
    const where = node['where']
    const { predicate, issues } =
      where === undefined
        ? { predicate: always, issues: [] }
        : readNode(where, pointer + pointerStep('where'), { ...place, scope: found.scope })
    return { predicate: make({ type: 'exists', through: found.through, where: predicate }), issues }
  }

const term: Form['read'] = (node, pointer, place) => {
  const { field: written, op, value } = node
  if (typeof written !== 'string' || typeof op !== 'string') return failed('FILTER_SHAPE', pointer)
  const found = findInScope(place.model, place.scope, written)
  if (!found.ok) return failed(found.code, pointer + pointerStep('field'), found.params)
  const { field, part } = found.path
  const known = field.type.operators[part] ?? []
  const operator = known.includes(op) ? operators.get(op) : undefined
  if (operator === undefined)
    return failed('FILTER_OPERATOR', pointer + pointerStep('op'), { operator: op, field: written, known })
  return readValues({ operator, value, path: found.path }, pointer + pointerStep('value'), place)
}

const forms: readonly Form[] = [
  { key: 'all', keys: ['all'], read: group('all', allOf) },
  { key: 'any', keys: ['any'], read: group('any', anyOf) },
  { key: 'not', keys: ['not'], read: opposite },
  { key: 'some', keys: ['some', 'where'], read: quantifier('some', (exists) => exists) },
  { key: 'none', keys: ['none', 'where'], read: quantifier('none', negated) },
  { key: 'field', keys: ['field', 'op', 'value'], read: term },
]

interface WrittenTerm {
  readonly operator: Operator
  readonly value: Json | undefined
  readonly path: FieldPath
}

/** Values that one condition may list. */
const longestList = 1000

const readValues = (
  { operator, value, path }: WrittenTerm,
  pointer: string,
  { model, context }: NodePlace,
): FilterReading => {
  const operand = operandAt(path)
  const place: ValuePlace = {
    field: path.field,
    part: path.part,
    operand,
    reads: operator.reads,
    context,
    userAttributes: new Set(model.app.userAttributes.keys()),
  }
  const misshapen = misshape(operator, value ?? null)
  if (misshapen !== undefined) return failed(misshapen, pointer, { operator: operator.name, limit: longestList })
  const bound = shapes[operator.takes](value ?? null, place)
  const issues = bound.flatMap((one, index) =>
    one.ok
      ? []
      : [problem(one.code, { pointer: isList(value) ? pointer + pointerStep(index) : pointer, params: one.params })],
  )
  const values: readonly FilterValue[] = bound.flatMap((one) => (one.ok ? [one.value] : []))
  const hasBlankText = path.field.origin === 'foreign'
  return { predicate: issues.length > 0 ? always : operator.predicate({ operand, values, hasBlankText }), issues }
}

const each = (value: Json, place: ValuePlace): readonly BoundValue[] =>
  isList(value) ? value.map((item) => bindValue(item, place)) : []

const shapes: Readonly<Record<Operator['takes'], (value: Json, place: ValuePlace) => readonly BoundValue[]>> = {
  none: () => [],
  one: (value, place) => [bindValue(value, place)],
  two: each,
  list: (value, place) => (isTeams(value) ? bindTeams(place) : each(value, place)),
  period: (value, place) => [bindPeriod(value, place)],
}

/** The code of what is wrong with the shape of a value, whatever the field. */
const misshape = ({ takes }: Operator, value: Json): string | undefined => {
  if (takes === 'none') return value === null ? undefined : 'FILTER_VALUE_SUPERFLUOUS'
  if (value === null) return 'FILTER_VALUE_MISSING'
  if (takes === 'two') return isList(value) && value.length === 2 ? undefined : 'FILTER_VALUE_TWO'
  if (takes !== 'list' || isTeams(value)) return undefined
  if (!isList(value)) return 'FILTER_VALUE_LIST'
  return value.length > longestList ? 'FILTER_VALUE_COUNT' : undefined
}

const failed = (code: string, pointer: string, params: JsonObject = {}): FilterReading => ({
  predicate: always,
  issues: [problem(code, { pointer, params })],
})
