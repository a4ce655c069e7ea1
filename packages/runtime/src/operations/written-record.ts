import {
  applyRules,
  columnOf,
  type Cells,
  type Field,
  type Issue,
  isObject,
  type Json,
  type JsonObject,
  pointerStep,
  pointerTo,
  problem,
  renderLabel,
  type TextContext,
} from '@telar/metadata'
import type { ServedModule } from '../snapshot/snapshot.ts'

/** A record in written form by wire name, links as ids; `extra` is what a foreign schema allows besides. */
export interface WrittenRecord {
  readonly values: ReadonlyMap<string, Json>
  readonly extra: JsonObject
}

/** Caller's input → normalised values of known fields, with every problem of its shape. */
export const normaliseInput = (served: ServedModule, input: JsonObject): { readonly written: WrittenRecord; readonly issues: readonly Issue[] } => {
  const values = new Map<string, Json>()
  const extra: Record<string, Json> = {}
  const issues: Issue[] = []
  for (const [name, value] of Object.entries(input)) {
    const field = fieldNamed(served, name)
    if (field !== undefined && field.storage.type !== 'links') {
      if (field.type.numbering !== undefined) issues.push(problem('COMPUTED_FIELD', { pointer: pointerTo(name), params: { field: field.title } }))
      else values.set(field.name, value === null ? null : withoutEmptyText(served, field.type.normalise(value, field)))
    } else if (writableSystem.has(name) && served.module.owned) {
      values.set(name, ownerIdOf(value))
    } else if (served.module.systemFields.has(name) || served.module.extras === 'refused') {
      issues.push(unknownField(served, name))
    } else {
      extra[name] = value
    }
  }
  return { written: { values, extra }, issues }
}

/** `""` is no text where the module says so (decisions.md 11). */
const withoutEmptyText = (served: ServedModule, value: Json): Json => (value === '' && served.module.emptyText === 'null' ? null : value)

/** By its wire name; a foreign author's own name of a field that had to give way to a system field is taken as well. */
const fieldNamed = (served: ServedModule, name: string): Field | undefined =>
  served.module.fields.get(name) ?? (writableSystem.has(name) ? undefined : served.byProperty.get(name))

/** System fields that a caller may set. */
const writableSystem = new Set(['ownerId', 'teamId'])

const ownerIdOf = (value: Json): Json => (isObject(value) ? (value['id'] ?? null) : value)

const unknownField = (served: ServedModule, name: string): Issue => {
  const known = [...served.module.fields.keys()]
  return served.module.systemFields.has(name)
    ? problem('SYSTEM_FIELD', { pointer: pointerTo(name), params: { field: name } })
    : problem('FIELD_UNKNOWN_IN_RECORD', { pointer: pointerTo(name), params: { field: name, known: known.slice(0, 60) } })
}

/** Fills what the caller left out with the fields' constant defaults. */
export const withDefaults = (served: ServedModule, written: WrittenRecord): WrittenRecord => {
  const values = new Map(written.values)
  for (const field of served.module.fields.values()) {
    if (values.has(field.name) || field.storage.type === 'links') continue
    values.set(field.name, field.default === undefined ? null : field.type.normalise(field.default, field))
  }
  return { ...written, values }
}

/** Runs the module's before-save rules over the record in the names of its author. */
export const withRules = (served: ServedModule, written: WrittenRecord): WrittenRecord => {
  if (served.module.rules.length === 0) return written
  const record = applyRules(served.module.rules, documentOf(served, written, () => true))
  const values = new Map(written.values)
  for (const [property, value] of Object.entries(record)) {
    const field = served.byProperty.get(property)
    if (field !== undefined) values.set(field.name, value === null ? null : field.type.normalise(value, field))
  }
  return { ...written, values }
}

/** Every problem of the whole record: its schema's, its fields', and the conditions that make fields required. */
export const recordIssues = (served: ServedModule, written: WrittenRecord, holds: (field: Field) => boolean): readonly Issue[] => {
  const document = documentOf(served, written, (field, value) => value !== null || acceptsNull(field.schema))
  const shape = served.validate(document).map((issue) => ({ ...issue, pointer: wirePointer(served, issue.pointer) }))
  const broken = new Set(shape.map((issue) => issue.pointer.split('/')[1]))
  const fields = [...served.module.fields.values()].flatMap((field) => {
    const value = written.values.get(field.name) ?? null
    if (value === null) return field.conditions.required !== undefined && holds(field) ? [missing(field)] : []
    if (broken.has(pointerStep(field.name).slice(1))) return []
    return field.type
      .check(value, field)
      .map((found) => problem(found.code, { pointer: `${pointerTo(field.name)}${found.pointer}`, params: found.params }))
  })
  return [...shape, ...fields]
}

const missing = (field: Field): Issue => problem('required', { pointer: pointerTo(field.name), params: { missingProperty: field.name } })

/** The record as its schema knows it: by property names, empties left out unless the schema speaks of null. */
const documentOf = (served: ServedModule, written: WrittenRecord, keeps: (field: Field, value: Json) => boolean): JsonObject => ({
  ...written.extra,
  ...Object.fromEntries(
    [...served.module.fields.values()].flatMap((field) => {
      const value = written.values.get(field.name)
      return value !== undefined && keeps(field, value) ? [[field.property, value] as const] : []
    }),
  ),
})

const acceptsNull = (schema: JsonObject): boolean => {
  const type = schema['type']
  if (type === 'null' || (Array.isArray(type) && type.includes('null'))) return true
  if (schema['const'] === null) return true
  return ['enum', 'anyOf', 'oneOf'].some((word) => {
    const list = schema[word]
    return Array.isArray(list) && list.some((item: Json) => item === null || (isObject(item) && acceptsNull(item)))
  })
}

const wirePointer = (served: ServedModule, pointer: string): string => {
  const [, first = '', ...rest] = pointer.split('/')
  const field = served.byProperty.get(first.replaceAll('~1', '/').replaceAll('~0', '~'))
  return field === undefined || field.name === field.property ? pointer : ['', pointerTo(field.name).slice(1), ...rest].join('/')
}

/** Values by physical column. */
export const cellsOf = (served: ServedModule, written: WrittenRecord): Cells =>
  Object.fromEntries(
    [...served.module.fields.values()].flatMap((field) => {
      const value = written.values.get(field.name) ?? null
      if (value === null || field.storage.type === 'links') return []
      const cells = field.type.store(value, field)
      return Object.entries(cells).map(([part, cell]) => [columnOf(field, part), cell] as const)
    }),
  )

/** What the record is called and under which words it is found. */
export const labelAndSearch = (served: ServedModule, written: WrittenRecord, context: TextContext): { readonly label: string; readonly search: string } => {
  const readValue = (field: Field): Json => {
    const value = written.values.get(field.name) ?? null
    return value === null || field.storage.type !== 'columns' ? null : field.type.read(field.type.store(value, field), field, () => null)
  }
  const label = renderLabel(served.module.label, (name) => {
    const field = served.module.fields.get(name)
    const value = field === undefined ? null : readValue(field)
    return field === undefined || value === null ? '' : field.type.toLabel(value, field, context)
  })
  const words = [...served.module.fields.values()].flatMap((field) => {
    const value = field.searchable ? readValue(field) : null
    return value === null ? [] : [field.type.searchText(value, field)]
  })
  return { label, search: [...new Set([label, ...words])].join('\n').slice(0, 8000) }
}
