import { recordSchema } from '../derive/record-schema.ts'
import { dereference } from '../dialect/dereference.ts'
import { type PropertySchemas, propertySchemas } from '../dialect/property-schemas.ts'
import { toCurrentDialect } from '../dialect/to-current-dialect.ts'
import type { NamedDocument } from '../document/definition.ts'
import { freeId, idFrom, isStableId } from '../ids.ts'
import { type Issue, pointerTo, warning } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import { isList, listAt, objectAt, stringAt } from '../json.ts'
import { type LabelTemplate, parseLabelTemplate } from '../label-template.ts'
import type { Field, Module, Rule } from '../model.ts'
import { chooseLabel } from './choose-label.ts'
import { type FieldSurroundings, resolveField } from './field.ts'
import { systemFields, systemNames } from './system-fields.ts'

export interface ModuleSurroundings extends Omit<FieldSurroundings, 'dereference' | 'origin'> {
  readonly rules: readonly Rule[]
  /** Ids beside somebody else's schema. */
  readonly ids: JsonObject | undefined
}

/** One module document → module. Inverses are filled in when all modules are known. */
export const resolveModule = (
  { name, path, document }: NamedDocument,
  around: ModuleSurroundings,
): { readonly module: Module; readonly issues: readonly Issue[] } => {
  const { schema, issues } = toCurrentDialect(document)
  const parts = propertySchemas(schema)
  const own = objectAt(schema, 'x-module')
  const words = own ?? {}
  const written = words['id'] ?? around.ids?.['module']
  const id = isStableId(written) ? written : idFrom('mo', name)
  const fields = fieldsOf(name, { schema, parts }, around)
  const title = stringAt(schema, 'title') ?? titleFrom(name)
  const owned = words['owned'] !== false
  const module: Module = {
    id,
    name,
    title,
    plural: stringAt(words, 'plural') ?? title,
    description: stringAt(schema, 'description') ?? '',
    icon: stringAt(words, 'icon') ?? 'table',
    table: around.nameOf(name, id),
    label: labelOf(stringAt(words, 'name'), fields),
    owned,
    extras: parts.extras,
    emptyText: own === undefined ? 'kept' : 'null',
    fields,
    systemFields: systemFields(around.app, owned),
    inverses: new Map(),
    unique: [...namesWhere(fields, (field) => field.unique), ...namesLists(schema, 'x-unique')].map((names) => ({
      fields: names,
    })),
    indexes: [...namesWhere(fields, (field) => field.indexed), ...namesLists(schema, 'x-indexes')],
    schema: recordSchema(parts, [...fields.values()], own === undefined),
    rules: around.rules,
    file: path,
  }
  return {
    module,
    issues: [...[...issues, ...parts.issues].map((issue) => ({ ...issue, file: path })), ...renamed(module)],
  }
}

interface SchemaParts {
  readonly schema: JsonObject
  readonly parts: PropertySchemas
}

const fieldsOf = (
  module: string,
  { schema, parts }: SchemaParts,
  around: ModuleSurroundings,
): ReadonlyMap<string, Field> => {
  const ids = objectAt(around.ids ?? {}, 'properties') ?? {}
  const origin: Field['origin'] = objectAt(schema, 'x-module') === undefined ? 'foreign' : 'telar'
  const surroundings = { ...around, origin, dereference: (part: JsonObject) => dereference(part, schema) }
  const writtenId = (property: string, value: JsonObject): string | undefined =>
    [ids[property], value['x-id']].find(isStableId)
  const taken = new Set([...parts.properties].flatMap(([property, value]) => writtenId(property, value) ?? []))
  return new Map(
    [...parts.properties].map(([property, value]) => {
      const name = wireName(property, parts.properties)
      const id = writtenId(property, value) ?? freeId(taken, 'fi', module, property)
      taken.add(id)
      const place = { path: [module], property, name, id, required: parts.required.has(property) }
      return [name, resolveField(value, place, surroundings)]
    }),
  )
}

const namesWhere = (
  fields: ReadonlyMap<string, Field>,
  is: (field: Field) => boolean,
): readonly (readonly string[])[] => [...fields.values()].filter(is).map((field) => [field.name])

/** A property that shares a system field's name gives way to it, and to its neighbours. */
const wireName = (property: string, all: ReadonlyMap<string, unknown>): string => {
  if (!systemNames.has(property)) return property
  let name = `${property}_`
  while (all.has(name)) name = `${name}_`
  return name
}

const labelOf = (template: string | undefined, fields: ReadonlyMap<string, Field>): LabelTemplate =>
  template === undefined ? chooseLabel([...fields.values()]) : parseLabelTemplate(template)

const namesLists = (schema: JsonObject, key: string): readonly (readonly string[])[] => {
  const properties = new Map(Object.entries(objectAt(schema, 'properties') ?? {}))
  return (listAt(schema, key) ?? [])
    .filter(isList)
    .map((names) =>
      names
        .filter((name) => typeof name === 'string')
        .map((name) => (properties.has(name) ? wireName(name, properties) : name)),
    )
}

const titleFrom = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`

/** A field that shares a system name is told, never shadowed (decisions.md 6). */
const renamed = (module: Module): readonly Issue[] =>
  [...module.fields.values()]
    .filter((field) => field.name !== field.property)
    .map((field) =>
      warning('FIELD_NAME_SYSTEM', {
        file: module.file,
        pointer: pointerTo('properties', field.property),
        params: { field: field.property, name: field.name },
      }),
    )
