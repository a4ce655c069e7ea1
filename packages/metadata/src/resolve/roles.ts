import { type Action, actions, type FieldRight, fieldRights } from '../access/actions.ts'
import { isCapability } from '../access/capabilities.ts'
import { type Scope, scopeNames } from '../access/scope-names.ts'
import type { NamedDocument } from '../document/definition.ts'
import { isObject, type Json, type JsonObject, objectAt, stringAt, stringsAt } from '../json.ts'
import type { Role, RoleRights, SharingRule } from '../model.ts'
import { filterAt, idOf } from './parts.ts'

export const resolveRole = ({ name, document }: NamedDocument): Role => ({
  id: idOf(document, 'ro', name),
  name,
  title: stringAt(document, 'title') ?? name,
  description: stringAt(document, 'description') ?? '',
  modules: new Map(
    Object.entries(objectAt(document, 'modules') ?? {}).flatMap(([module, rights]) =>
      isObject(rights) ? [[module, rightsFrom(rights)] as const] : [],
    ),
  ),
  capabilities: stringsAt(document, 'capabilities').filter(isCapability),
})

const rightsFrom = (rights: JsonObject): RoleRights => {
  const { '*': others, ...fields } = objectAt(rights, 'fields') ?? {}
  return {
    // oxlint-disable-next-line no-unsafe-type-assertion -- made of the list of actions itself
    scopes: Object.fromEntries(actions.map((action) => [action, scopeFrom(rights, action)])) as Record<Action, Scope>,
    fields: new Map(Object.entries(fields).map(([name, right]) => [name, rightFrom(right, 'hidden')])),
    otherFields: rightFrom(others, 'write'),
  }
}

/** What cannot be read allows nothing. */
const scopeFrom = (rights: JsonObject, action: Action): Scope => {
  const written = rights[action]
  if (!isObject(written)) return scopeNames.find((name) => name === written) ?? 'none'
  const where = filterAt(written, 'where')
  return where === undefined ? 'none' : { where }
}

const rightFrom = (written: Json | undefined, absent: FieldRight): FieldRight =>
  written === undefined ? absent : (fieldRights.find((right) => right === written) ?? 'hidden')

export const resolveSharing = ({ name, document }: NamedDocument): SharingRule => ({
  id: idOf(document, 'sh', name),
  name: name.slice(name.indexOf('/') + 1),
  module: stringAt(document, 'module') ?? '',
  title: stringAt(document, 'title') ?? name,
  // What cannot be read shares nothing.
  where: filterAt(document, 'where') ?? { any: [] },
  level: document['level'] === 'write' ? 'write' : 'read',
  to: recipientFrom(objectAt(document, 'to') ?? {}),
})

const recipientFrom = (to: JsonObject): SharingRule['to'] => {
  const role = stringAt(to, 'role')
  return role === undefined ? { team: stringAt(to, 'team') ?? '' } : { role }
}
