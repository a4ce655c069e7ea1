import type { FieldType } from '../fields/field-type.ts'
import { fieldTypes, recogniseFieldType } from '../fields/index.ts'
import type { Filter } from '../filter/filter.ts'
import { idFrom, isStableId } from '../ids.ts'
import type { Json, JsonObject } from '../json.ts'
import { isObject, listAt, objectAt, stringAt } from '../json.ts'
import type { App, Field, LinkTarget, Option, OptionList } from '../model.ts'
import { filterAt } from './parts.ts'
import type { namer } from './physical-names.ts'

export interface FieldSurroundings {
  readonly app: App
  readonly optionLists: ReadonlyMap<string, OptionList>
  readonly nameOf: ReturnType<typeof namer>['nameOf']
  /** Follows a local `$ref`; gives the schema itself when there is none. */
  readonly dereference: (schema: JsonObject) => JsonObject
  readonly origin: Field['origin']
}

export interface FieldPlace {
  /** Module name and the names of the composites around the field. */
  readonly path: readonly string[]
  readonly property: string
  readonly name: string
  readonly id: string | undefined
  readonly required: boolean
}

/** One property → field. Never fails: an unknown `x-field` is reported by `check` and read as what its schema looks like. */
export const resolveField = (written: JsonObject, place: FieldPlace, around: FieldSurroundings): Field => {
  const schema = withItems(around.dereference(written), around)
  const type = typeOf(schema)
  const id = place.id ?? writtenId(written) ?? idFrom('fi', ...place.path, place.property)
  const optionList = around.optionLists.get(stringAt(schema, 'x-options') ?? '')
  return {
    id,
    name: place.name,
    property: place.property,
    title: stringAt(schema, 'title') ?? titleFrom(place.property),
    help: stringAt(schema, 'description') ?? '',
    type,
    storage: type.storage,
    schema,
    required: place.required,
    default: schema['default'],
    unique: schema['x-unique'] === true,
    indexed: schema['x-indexed'] === true,
    searchable: flag(schema, 'x-searchable', type.searchedByDefault),
    readOnly: schema['readOnly'] === true || type.numbering !== undefined,
    timeline: flag(schema, 'x-timeline', true),
    system: false,
    origin: around.origin,
    column: around.nameOf(place.property, id, type.storage),
    options: optionList?.options ?? optionsIn(schema, [...place.path, place.property]),
    link: type.storage.type === 'link' || type.storage.type === 'links' ? linkIn(schema) : undefined,
    children: childrenOf(schema, place, around),
    conditions: {
      visible: conditionAt(schema, 'x-visible', around.origin),
      required: conditionAt(schema, 'x-required', around.origin),
      readOnly: conditionAt(schema, 'x-readonly', around.origin),
    },
    baseCurrency: around.app.baseCurrency,
    rates: around.app.rates,
  }
}

/** The type of a list depends on what its items are, even where they are told by reference. */
const withItems = (schema: JsonObject, around: FieldSurroundings): JsonObject => {
  const items = objectAt(schema, 'items')
  return items === undefined ? schema : { ...schema, items: around.dereference(items) }
}

const typeOf = (schema: JsonObject): FieldType =>
  fieldTypes.get(stringAt(schema, 'x-field') ?? '') ?? recogniseFieldType(schema)

const writtenId = (schema: JsonObject): string | undefined => {
  const id = schema['x-id']
  return isStableId(id) ? id : undefined
}

const filterKeys = ['all', 'any', 'not', 'some', 'none', 'field']

/** What is no filter in somebody else's schema is a word of theirs; in one of ours it is reported. */
const conditionAt = (schema: JsonObject, word: string, origin: Field['origin']): Filter | undefined => {
  const isFilter = filterKeys.some((key) => Object.hasOwn(objectAt(schema, word) ?? {}, key))
  return origin === 'telar' || isFilter ? filterAt(schema, word) : undefined
}

const flag = (schema: JsonObject, key: string, otherwise: boolean): boolean => {
  const value = schema[key]
  return typeof value === 'boolean' ? value : otherwise
}

/** `closeDate` → `Close date`; a name that is already words stays. */
const titleFrom = (property: string): string => {
  const words = property
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  return words === '' ? property : words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

/** Choices that a schema spells out itself: `enum`, or `oneOf` of titled constants, on the value or on its items. */
const optionsIn = (schema: JsonObject, path: readonly string[]): readonly Option[] => {
  const items = objectAt(schema, 'items')
  const own = (listAt(schema, 'enum') ?? []).map((value) => ({ value, label: plainText(value) }))
  const titled = (listAt(schema, 'oneOf') ?? []).filter(isObject).flatMap(titledConstant)
  const choices = own.length > 0 ? own : titled
  if (choices.length === 0) return items === undefined ? [] : optionsIn(items, path)
  return choices.flatMap(({ value, label }): readonly Option[] =>
    isChoice(value) ? [{ id: idFrom('op', ...path, String(value)), value, label, color: 'gray' }] : [],
  )
}

const titledConstant = (schema: JsonObject): readonly { readonly value: Json; readonly label: string }[] => {
  const value = schema['const']
  return value === undefined ? [] : [{ value, label: stringAt(schema, 'title') ?? plainText(value) }]
}

const plainText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

const isChoice = (value: Json): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

const linkIn = (schema: JsonObject): LinkTarget | undefined => {
  const link = objectAt(schema, 'x-link')
  const module = link === undefined ? undefined : stringAt(link, 'module')
  if (link === undefined || module === undefined) return undefined
  const onDelete = stringAt(link, 'onDelete')
  return {
    module,
    inverse: stringAt(link, 'inverse'),
    onDelete: onDelete === 'cascade' || onDelete === 'clear' ? onDelete : 'restrict',
  }
}

/** Fields inside a composite value, inside the items of a list of them, or on a many-to-many link. */
const childrenOf = (schema: JsonObject, place: FieldPlace, around: FieldSurroundings): ReadonlyMap<string, Field> => {
  const holder = innerSchema(schema, around)
  const properties = objectAt(holder, 'properties')
  if (properties === undefined || place.path.length > 6) return new Map()
  const required = new Set(listAt(holder, 'required') ?? [])
  const path = [...place.path, place.property]
  return new Map(
    Object.entries(properties).flatMap(([name, child]): readonly (readonly [string, Field])[] =>
      isObject(child)
        ? [
            [
              name,
              resolveField(child, { path, property: name, name, id: undefined, required: required.has(name) }, around),
            ],
          ]
        : [],
    ),
  )
}

const innerSchema = (schema: JsonObject, around: FieldSurroundings): JsonObject => {
  const items = objectAt(schema, 'items')
  return objectAt(schema, 'x-attributes') ?? (items === undefined ? schema : around.dereference(items))
}
