import {
  type Action,
  actions,
  type Capability,
  capabilityNames,
  type FieldRight,
  fieldRights,
  type Filter,
  isObject,
  type Json,
  type JsonObject,
  listAt,
  objectAt,
  type Scope,
  scopeNames,
} from '@telar/metadata'

/** How a role document says "every module that is not named", and "every field that is not named". */
export const others = '*'

/** Whether a module has rights of its own; one that has none follows all the others. */
export const isNamed = (role: JsonObject, module: string): boolean => rightsAt(role, module) !== undefined

const rightsAt = (role: JsonObject, module: string): JsonObject | undefined =>
  objectAt(objectAt(role, 'modules') ?? {}, module)

/** What the role says of a module, under its name or under all the others. */
const saidOf = (role: JsonObject, module: string): JsonObject => rightsAt(role, module) ?? rightsAt(role, others) ?? {}

/** The scope of an action; what is not named is none. */
export const scopeAt = (role: JsonObject, module: string, action: Action): Scope => {
  const scope = saidOf(role, module)[action]
  if (scope !== undefined && isObject(scope) && isObject(scope['where']))
    return { where: scope['where'] as unknown as Filter } // oxlint-disable-line no-unsafe-type-assertion -- the server checks conditions
  return scopeNames.find((name) => name === scope) ?? 'none'
}

/** A condition that holds for nothing: one that is still to be written must not allow everything. */
export const noCondition: Filter = { any: [] }

export const isNoCondition = (filter: Filter): boolean =>
  ('any' in filter && filter.any.length === 0) || ('all' in filter && filter.all.length === 0)

export const withScope = (
  role: JsonObject,
  module: string,
  { action, scope }: { readonly action: Action; readonly scope: Scope },
): JsonObject => {
  const { [action]: _before, ...rest } = saidOf(role, module)
  return withRights(role, module, scope === 'none' ? rest : { ...rest, [action]: plain(scope) })
}

/** The right that a role gives on a field by name; undefined where it is that of the others. */
export const fieldRightAt = (role: JsonObject, module: string, field: string): FieldRight | undefined => {
  const right = objectAt(saidOf(role, module), 'fields')?.[field]
  return fieldRights.find((name) => name === right)
}

export const otherFieldsAt = (role: JsonObject, module: string): FieldRight =>
  fieldRightAt(role, module, others) ?? 'write'

export const withFieldRight = (
  role: JsonObject,
  module: string,
  { field, right }: { readonly field: string; readonly right: FieldRight | undefined },
): JsonObject => {
  const { fields: before, ...rest } = saidOf(role, module)
  const { [field]: _right, ...kept } = before !== undefined && isObject(before) ? before : {}
  const isUsual = field === others && right === 'write'
  const fields = right === undefined || isUsual ? kept : { ...kept, [field]: right }
  return withRights(role, module, Object.keys(fields).length === 0 ? rest : { ...rest, fields })
}

/** Fields that the role names in a module. */
export const namedFields = (role: JsonObject, module: string): readonly string[] =>
  Object.keys(objectAt(saidOf(role, module), 'fields') ?? {}).filter((name) => name !== others)

/** How many fields are not the reader's to write. */
export const limitedFields = (role: JsonObject, module: string, fields: readonly string[]): number =>
  fields.filter((field) => (fieldRightAt(role, module, field) ?? otherFieldsAt(role, module)) !== 'write').length

/** Takes a module's own rights away: it follows all the others again. */
export const forgetModule = (role: JsonObject, module: string): JsonObject => {
  const { [module]: _rights, ...modules } = objectAt(role, 'modules') ?? {}
  return { ...role, modules }
}

const withRights = (role: JsonObject, module: string, rights: JsonObject): JsonObject => ({
  ...role,
  modules: { ...objectAt(role, 'modules'), [module]: rights },
})

export const capabilitiesOf = (role: JsonObject): readonly Capability[] => {
  const held = listAt(role, 'capabilities') ?? []
  return capabilityNames.filter((name) => held.includes(name))
}

export const withCapability = (role: JsonObject, capability: Capability, isHeld: boolean): JsonObject => {
  const held = capabilitiesOf(role).filter((name) => name !== capability)
  return { ...role, capabilities: isHeld ? [...held, capability] : [...held] }
}

/** Modules that the role names. */
export const namedModules = (role: JsonObject): readonly string[] => Object.keys(objectAt(role, 'modules') ?? {})

export const conditionsOf = (
  role: JsonObject,
  module: string,
): readonly { readonly action: Action; readonly where: Filter }[] =>
  actions.flatMap((action) => {
    const scope = scopeAt(role, module, action)
    return typeof scope === 'string' ? [] : [{ action, where: scope.where }]
  })

/** A role that begins: nothing is allowed yet. */
export const emptyRole = (title: string): JsonObject => ({ title, modules: {} })

/** The same rights under another name: it has no id yet, and nobody has it. */
export const copyOfRole = (role: JsonObject, title: string): JsonObject => {
  const { 'x-id': _id, ...rest } = role
  return { ...rest, title }
}

/** `Head of sales` → `head-of-sales`. */
export const nameFor = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)

export const isRoleName = (name: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)

/** Through text, so that a condition is plain JSON. */
const plain = (scope: Scope): Json => JSON.parse(JSON.stringify(scope)) as Json // oxlint-disable-line no-unsafe-type-assertion -- what JSON.parse gives is JSON
