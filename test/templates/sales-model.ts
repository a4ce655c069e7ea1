import { isObject, type JsonObject, object, objects, readTemplate, text } from './template-documents.ts'

export interface SalesField {
  readonly module: string
  readonly name: string
  readonly kind: string
  readonly schema: JsonObject
}

export const documents = readTemplate('sales')

export const inFolder = (
  folder: string,
): readonly { readonly name: string; readonly path: string; readonly json: JsonObject }[] =>
  [...documents.values()]
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .map(({ path, json }) => ({ name: path.slice(folder.length + 1, -'.json'.length), path, json }))

export const modules: ReadonlyMap<string, JsonObject> = new Map(
  inFolder('modules').map(({ name, json }) => [name, json]),
)

export const optionLists: ReadonlyMap<string, readonly string[]> = new Map(
  inFolder('options').map(({ name, json }) => [name, objects(json['options']).map((option) => text(option['value']))]),
)

const kindOf = (schema: JsonObject): string => {
  const written = text(schema['x-field'])
  const format = text(schema['format'])
  return written === '' ? (format === '' ? text(schema['type']) : format) : written
}

export const fieldsOf = (module: string): ReadonlyMap<string, SalesField> =>
  new Map(
    Object.entries(object(modules.get(module)?.['properties'])).map(([name, schema]) => [
      name,
      { module, name, kind: kindOf(object(schema)), schema: object(schema) },
    ]),
  )

export const allFields: readonly SalesField[] = [...modules.keys()].flatMap((module) => [...fieldsOf(module).values()])

export const systemFields: ReadonlySet<string> = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'ownerId',
  'teamId',
  'deletedAt',
])

/** Parts that a filter may name behind a field. */
const parts: Readonly<Record<string, readonly string[]>> = {
  money: ['amount', 'currency'],
  address: ['street', 'city', 'state', 'postalCode', 'country'],
  'person-name': ['prefix', 'first', 'middle', 'last'],
}

export const targetOf = (field: SalesField): string => text(object(field.schema['x-link'])['module'])

/** Lists of other records by the name that the link gives them on this side. */
export const inversesOf = (module: string): ReadonlyMap<string, SalesField> =>
  new Map(
    allFields
      .filter((field) => targetOf(field) === module)
      .map((field) => [text(object(field.schema['x-link'])['inverse']), field]),
  )

/** The kind of the field that a path such as `account.industry` ends in, or undefined when there is none. */
export const kindAt = (module: string, path: string): string | undefined => {
  const [head = '', ...rest] = path.split('.')
  if (systemFields.has(head)) return rest.length === 0 ? 'system' : undefined
  const field = fieldsOf(module).get(head)
  if (field === undefined || rest.length === 0) return field?.kind
  if (field.kind === 'link') return kindAt(targetOf(field), rest.join('.'))
  return rest.length === 1 && (parts[field.kind] ?? []).includes(rest[0] ?? '') ? 'part' : undefined
}

/** Where the records of a list called `name` live: the other side of a link, or the target of a many-to-many one. */
export const moduleOfList = (module: string, name: string): string | undefined => {
  const own = fieldsOf(module).get(name)
  return own?.kind === 'links' ? targetOf(own) : inversesOf(module).get(name)?.module
}

/** Choices of a select field, or undefined for other kinds. */
export const choicesAt = (module: string, path: string): readonly string[] | undefined => {
  const [head = '', ...rest] = path.split('.')
  const field = fieldsOf(module).get(head)
  if (field === undefined) return undefined
  if (rest.length > 0) return field.kind === 'link' ? choicesAt(targetOf(field), rest.join('.')) : undefined
  return isObject(field.schema) && 'x-options' in field.schema
    ? optionLists.get(text(field.schema['x-options']))
    : undefined
}
