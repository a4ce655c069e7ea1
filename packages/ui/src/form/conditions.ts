import {
  evaluate,
  isList,
  operators,
  type Cell,
  type FieldView,
  type Filter,
  type Json,
  type JsonObject,
  type Primitive,
} from '@telar/metadata'
import { referenceOf } from '../views/reference-of.ts'
import { partOf } from '../widgets/parts-of-value.ts'

type Fields = Readonly<Record<string, FieldView>>

/**
 * Whether the values of a form meet a condition; undefined where only the server can know (other records, relative
 * dates). Its operators are those of every filter.
 */
export const holds = (filter: Filter, values: JsonObject, fields: Fields): boolean | undefined => {
  if ('all' in filter) return every(filter.all.map((one) => holds(one, values, fields)))
  if ('any' in filter) return negate(every(filter.any.map((one) => negate(holds(one, values, fields)))))
  if ('not' in filter) return negate(holds(filter.not, values, fields))
  if ('field' in filter) return compares(filter, values, fields)
  return undefined
}

const negate = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer)

const every = (answers: readonly (boolean | undefined)[]): boolean | undefined => {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

type Comparison = Extract<Filter, { readonly field: string }>

const compares = ({ field: path, op, value }: Comparison, values: JsonObject, fields: Fields): boolean | undefined => {
  const [name = '', ...parts] = path.split('.')
  const field = fields[name]
  const operator = operators.get(op)
  const wanted = value === undefined ? [] : isList(value) ? value : [value]
  const isKnown = wanted.every((each) => each === null || typeof each !== 'object')
  if (field === undefined || operator === undefined || !isKnown || (parts.length > 0 && field.link !== null))
    return undefined
  const cell = cellOf(parts.reduce<Json>(partOf, values[name] ?? null))
  const operand = { path: [], column: 'cell', primitive: primitiveOf(field, cell), keys: [] }
  const terms = wanted.map((each) => ({ type: 'cell', cell: cellOf(each) }) as const)
  return evaluate(operator.predicate({ operand, values: terms, hasBlankText: false }), { cell }, noOthers)
}

const noOthers = { linked: () => undefined, through: () => [] }

const cellOf = (value: Json): Cell => {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
  return referenceOf(value)?.id ?? (typeof value['amount'] === 'string' ? value['amount'] : value)
}

const primitiveOf = (field: FieldView, cell: Cell): Primitive => {
  if (typeof cell === 'boolean') return 'boolean'
  if (typeof cell === 'number') return 'double'
  if (isList(cell)) return 'textList'
  return field.group === 'number' ? 'numeric' : 'text'
}
