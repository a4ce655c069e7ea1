import { primitiveOf } from '../fields/cell.ts'
import { columnOf } from '../fields/column-of.ts'
import { mainPart } from '../fields/define-field-type.ts'
import type { Field } from '../fields/field-type.ts'
import { isList, type Json } from '../json.ts'
import type { Model, Module } from '../model.ts'
import { nearestNames } from './nearest-names.ts'
import { attributesColumn, type LinkStep, type Operand, rowColumn } from './predicate.ts'

/** Where a written path (`account.industry`, `amount.currency`, `size.width`) leads. */
export interface FieldPath {
  readonly field: Field
  /** Part of the field that is meant; the main one when the path names none. */
  readonly part: string
  /** Whether the path names the part itself. */
  readonly namesPart: boolean
  readonly steps: readonly LinkStep[]
  /** Column of the field, or of the outermost composite that holds it. */
  readonly column: string
  /** Properties from that composite's json down to the field; empty for a field with columns of its own. */
  readonly keys: readonly string[]
  /** The column stands in the row of the link that leads to the record. */
  readonly via?: true
}

export type FoundPath = { readonly ok: true; readonly path: FieldPath } | PathProblem

export interface PathProblem {
  readonly ok: false
  readonly code: string
  readonly params: Readonly<Record<string, Json>>
}

/** Links that a path may follow one after the other. */
const longestPath = 4

/** Follows a path from a module through links, composites and parts; says what is wrong when it leads nowhere. */
export const findPath = (model: Model, module: Module, written: string): FoundPath =>
  fromModule({ model, written }, module, { names: written.split('.'), steps: [] })

/** Whether a field is a list of composites, whose rows can be looked at one by one. */
export const isListOfRows = (field: Field): boolean =>
  field.children.size > 0 && field.storage.type === 'columns' && isOneCell(field) && field.schema['items'] !== undefined

/** Follows a path from a row of such a list, through what it links to. */
export const findRowPath = (model: Model, list: Field, written: string): FoundPath =>
  fromInner({ model, written }, list, { names: written.split('.'), column: rowColumn })

/** How a path begins that names what a link says of itself. */
const attributesName = 'attributes'

/** Follows a path that names an attribute (`attributes.role`) of a link; undefined where it names something else. */
export const findAttributePath = (model: Model, link: Field, written: string): FoundPath | undefined => {
  const [first, ...names] = written.split('.')
  return first === attributesName && names.length > 0 && link.children.size > 0
    ? fromInner({ model, written }, link, { names, column: attributesColumn, via: true })
    : undefined
}

/** The list of rows that a path of names leads to, itself or inside composites. */
export const findRows = (
  fieldNamed: (name: string) => Field | undefined,
  written: string,
): { readonly field: Field; readonly list: Field; readonly keys: readonly string[] } | undefined => {
  const found = firstField(written.split('.'), fieldNamed)
  return found === undefined ? undefined : downToRows(found.field, found, [])
}

const downToRows = (
  outer: Field,
  { field, rest }: { readonly field: Field; readonly rest: readonly string[] },
  keys: readonly string[],
): ReturnType<typeof findRows> => {
  if (rest.length === 0) return isListOfRows(field) ? { field: outer, list: field, keys } : undefined
  const child = holdsChildren(field) ? firstField(rest, (name) => field.children.get(name)) : undefined
  return child === undefined ? undefined : downToRows(outer, child, [...keys, child.field.property])
}

interface Search {
  readonly model: Model
  readonly written: string
}

interface Way {
  readonly names: readonly string[]
  readonly steps: readonly LinkStep[]
}

/** From fields that lie in one json column together. */
const fromInner = (
  search: Search,
  holder: Field,
  { names, column, via }: { readonly names: readonly string[]; readonly column: string; readonly via?: true },
): FoundPath => {
  const found = firstField(names, (name) => holder.children.get(name))
  if (found === undefined)
    return {
      ok: false,
      code: 'FILTER_PART_UNKNOWN',
      params: { field: holder.name, part: names.join('.'), known: [...holder.children.keys()] },
    }
  const { field, rest } = found
  const keys = [field.property]
  const place = via === undefined ? { column } : { column, via }
  const target = field.storage.type === 'link' ? search.model.modules.get(field.link?.module ?? '') : undefined
  if (target === undefined || rest.length === 0)
    return intoField(search, { field, rest, keys }, { steps: [], ...place })
  const step: LinkStep = { ...place, keys, table: target.table, to: 'records' }
  return fromModule(search, target, { names: rest, steps: [step] })
}

const fromModule = (search: Search, module: Module, way: Way): FoundPath => {
  const found = firstField(way.names, (name) => module.fields.get(name) ?? module.systemFields.get(name))
  if (found === undefined) return unknownField(module, way.names.join('.'))
  const { field, rest } = found
  const target = field.storage.type === 'link' ? search.model.modules.get(field.link?.module ?? '') : undefined
  if (target === undefined || rest.length === 0)
    return intoField(search, { field, rest, keys: [] }, { steps: way.steps, column: field.column })
  if (way.steps.length === longestPath)
    return { ok: false, code: 'FILTER_PATH_LONG', params: { limit: longestPath, path: search.written } }
  const step: LinkStep = { column: field.column, table: target.table, to: 'records' }
  return fromModule(search, target, { names: rest, steps: [...way.steps, step] })
}

interface Inside {
  readonly field: Field
  readonly rest: readonly string[]
  readonly keys: readonly string[]
}

const intoField = (
  search: Search,
  { field, rest, keys }: Inside,
  base: Pick<FieldPath, 'steps' | 'column' | 'via'>,
): FoundPath => {
  const child = holdsChildren(field) ? firstField(rest, (name) => field.children.get(name)) : undefined
  if (child !== undefined) return intoField(search, { ...child, keys: [...keys, child.field.property] }, base)
  if (field.storage.type === 'links')
    return { ok: false, code: 'FILTER_FIELD_IS_LIST', params: { field: search.written } }
  const [main = ''] = Object.keys(field.type.operators)
  const [part = main] = rest
  const isKnown = rest.length === 0 || isPart(field, rest)
  if (!isKnown)
    return {
      ok: false,
      code: 'FILTER_PART_UNKNOWN',
      params: { field: field.name, part: rest.join('.'), known: innerNames(field) },
    }
  return { ok: true, path: { ...base, field, part, namesPart: rest.length > 0, keys } }
}

/** The column that a path leads to (or another part of its field), as a predicate or an order reads it. */
export const operandAt = ({ field, steps, keys, column, via, part: own }: FieldPath, part = own): Operand => ({
  path: steps,
  column: keys.length === 0 ? columnOf(field, part) : column,
  primitive: primitiveOf(field, part) ?? 'text',
  keys: keys.length > 0 && !isOneCell(field) ? [...keys, part] : keys,
  ...(via === undefined ? {} : { via }),
})

/** The first field that the names lead to; a foreign name may have a dot of its own, so the longest one counts. */
const firstField = (
  names: readonly string[],
  fieldNamed: (name: string) => Field | undefined,
): { readonly field: Field; readonly rest: readonly string[] } | undefined => {
  for (let length = names.length; length > 0; length -= 1) {
    const field = fieldNamed(names.slice(0, length).join('.'))
    if (field !== undefined) return { field, rest: names.slice(length) }
  }
  return undefined
}

const isPart = (field: Field, rest: readonly string[]): boolean =>
  rest.length === 1 && partNames(field).includes(rest[0] ?? '')

const partNames = (field: Field): readonly string[] =>
  field.storage.type === 'columns' ? Object.keys(field.storage.parts) : Object.keys(field.type.operators)

/** Whether a composite keeps the field as one cell, not as an object of its parts (`composite-value.ts`). */
const isOneCell = (field: Field): boolean => {
  const [part, ...others] = partNames(field)
  return part === mainPart && others.length === 0
}

/** A composite of one json column; the items of a list of composites have no single value. */
const holdsChildren = (field: Field): boolean =>
  field.children.size > 0 && field.storage.type === 'columns' && isOneCell(field) && field.schema['items'] === undefined

const innerNames = (field: Field): readonly string[] =>
  holdsChildren(field) ? [...field.children.keys()] : partNames(field)

const unknownField = (module: Module, name: string): PathProblem => ({
  ok: false,
  code: 'FILTER_FIELD_UNKNOWN',
  params: {
    field: name,
    module: module.name,
    known: nearestNames(name, [...module.fields.keys(), ...module.systemFields.keys()]),
  },
})

/** A value in a message: as JSON, cut where it is long. */
export const shown = (value: Json): string => {
  const text =
    isList(value) && value.length > 5 ? `${JSON.stringify(value.slice(0, 5)).slice(0, -1)}, …]` : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
