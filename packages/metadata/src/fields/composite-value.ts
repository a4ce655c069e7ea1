import { pointerStep } from '../issue/issue.ts'
import { isList, isObject, objectAt, type Json, type JsonObject } from '../json.ts'
import { mainPart } from './define-field-type.ts'
import type { Cells, Field, LabelOf, Reference, TextContext, ValueProblem } from './field-type.ts'

type Children = Field['children']

/** An object of child fields: the schema of its author, with each child said by its own type. */
export const compositeSchema = (schema: JsonObject, field: Field): JsonObject => {
  const isClosed =
    field.origin === 'telar' && !('additionalProperties' in schema) && !('unevaluatedProperties' in schema)
  return {
    ...schema,
    type: 'object',
    properties: {
      ...objectAt(schema, 'properties'),
      ...mapChildren(field.children, (child) => child.type.valueSchema(child)),
    },
    ...(isClosed ? { additionalProperties: false } : {}),
  }
}

/** Every child in its normal form; a child without a value is left out, unless its author lets it be null. */
export const normaliseComposite = (value: Json, field: Field): Json => {
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([key, item]): readonly (readonly [string, Json])[] => {
    const child = field.children.get(key)
    const normal = child === undefined ? item : normaliseChild(item, child)
    return normal === null && child !== undefined && !allowsNull(child.schema) ? [] : [[key, normal]]
  })
  return entries.length === 0 && field.origin === 'telar' ? null : Object.fromEntries(entries)
}

export const compositeProblems = (value: Json, children: Children, pointer = ''): readonly ValueProblem[] =>
  fromChildren(value, children, (item, child) =>
    child.type
      .check(item, child)
      .map((problem) => ({ ...problem, pointer: pointer + pointerStep(child.property) + problem.pointer })),
  )

export const compositeReferences = (value: Json, children: Children, pointer = ''): readonly Reference[] =>
  fromChildren(value, children, (item, child) =>
    child.type
      .references(item, child)
      .map((found) => ({ ...found, pointer: pointer + pointerStep(child.property) + found.pointer })),
  )

/** As it stands in the json column: each child as its cells, so that filters reach inside as they reach a column. */
export const storeComposite = (value: Json, children: Children): Json =>
  mapMembers(value, children, (item, child) => inside(child.type.store(item, child)))

export const readComposite = (stored: Json, children: Children, labelOf: LabelOf): Json =>
  mapMembers(stored, children, (item, child) => child.type.read(cellsFrom(item, child), child, labelOf))

/** The labels of its children, one after the other. */
export const compositeLabel = (value: Json, children: Children, context: TextContext): string =>
  fromChildren(value, children, (item, child) => [child.type.toLabel(item, child, context)])
    .filter((label) => label !== '')
    .join(' · ')

export const compositeSearchText = (value: Json, children: Children): string =>
  fromChildren(value, children, (item, child) => (child.searchable ? [child.type.searchText(item, child)] : [])).join(
    ' ',
  )

const mapChildren = (children: Children, map: (child: Field) => Json): JsonObject =>
  Object.fromEntries([...children].map(([name, child]) => [name, map(child)]))

const mapMembers = (value: Json, children: Children, map: (item: Json, child: Field) => Json): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => {
          const child = children.get(key)
          return [key, child === undefined || item === null ? item : map(item, child)]
        }),
      )
    : value

const fromChildren = <Found>(
  value: Json,
  children: Children,
  find: (item: Json, child: Field) => readonly Found[],
): readonly Found[] =>
  isObject(value)
    ? [...children].flatMap(([key, child]) => {
        const item = value[key]
        return item === undefined || item === null ? [] : find(item, child)
      })
    : []

const normaliseChild = (item: Json, child: Field): Json => {
  if (item === null) return null
  const normal = child.type.normalise(item, child)
  return normal === '' && child.origin === 'telar' ? null : normal
}

const allowsNull = (schema: JsonObject): boolean => {
  const type = schema['type']
  const branches = [schema['anyOf'], schema['oneOf']].flatMap((list) => (isList(list) ? list : []))
  return (
    (isList(type) && type.includes('null')) ||
    (isList(schema['enum']) && schema['enum'].includes(null)) ||
    schema['const'] === null ||
    branches.some((branch) => isObject(branch) && (branch['type'] === 'null' || allowsNull(branch)))
  )
}

const inside = (cells: Cells): Json => {
  const parts = Object.entries(cells).filter(([, cell]) => cell !== null)
  const [only] = Object.keys(cells)
  return only === mainPart && Object.keys(cells).length === 1 ? (cells[mainPart] ?? null) : Object.fromEntries(parts)
}

const cellsFrom = (item: Json, { storage }: Field): Cells => {
  const parts = storage.type === 'columns' ? Object.keys(storage.parts) : [mainPart]
  return parts.length === 1 && parts[0] === mainPart
    ? { [mainPart]: item }
    : Object.fromEntries(parts.map((part) => [part, isObject(item) ? (item[part] ?? null) : null]))
}
