import { compileFilter } from '../filter/compile.ts'
import { anyOf, never, type Predicate } from '../filter/predicate.ts'
import type { Model, Module, Role, RoleRights, SharingRule } from '../model.ts'
import type { Action, FieldRight } from './actions.ts'
import type { HeldRole, Principal } from './principal.ts'
import type { Scope } from './scope-names.ts'
import { contextOf, scopePredicate, type ScopePlace } from './scope-predicate.ts'

/** What one role of a person says of one action on a module: the piece that rights are added up and explained from. */
export interface RoleGrant {
  readonly role: Role
  /** Teams through which the person has the role; empty = the person has it. */
  readonly through: readonly string[]
  readonly scope: Scope
  /** Rows of the scope alone. */
  readonly scopeRows: Predicate
  /** Rows that shares and sharing rules add. */
  readonly sharedRows: Predicate
  readonly right: (field: string) => FieldRight
}

/** Every role of the person with what it says of the action; a scope of `none` included, so that it can be explained. */
export const roleGrants = (place: ScopePlace, action: Action): readonly RoleGrant[] =>
  rolesOf(place.model, place.principal).map(({ role, through }) => {
    const rights = rightsIn(role, place.module)
    const scope = rights?.scopes[action] ?? 'none'
    return {
      role,
      through,
      scope,
      scopeRows: scopePredicate(scope, place),
      // Sharing widens the rows of a right; it gives none.
      sharedRows: scope === 'none' ? never : sharedRows(place, action),
      right: (field) => rightOn(rights, place.module, field),
    }
  })

/** What every record has besides its author's fields is never hidden; who owns it may be given away by those who write. */
export const rightOn = (rights: RoleRights | undefined, module: Module, field: string): FieldRight => {
  if (rights === undefined) return 'hidden'
  const right = rights.fields.get(field) ?? rights.otherFields
  return module.systemFields.has(field) && right === 'hidden' ? 'read' : right
}

export interface RoleOf {
  readonly role: Role
  readonly through: readonly string[]
}

/** The roles that a person has in this definition, each once. */
export const rolesOf = (model: Model, principal: Pick<Principal, 'roles'>): readonly RoleOf[] => {
  const held = new Map<string, HeldRole[]>()
  for (const one of principal.roles) held.set(one.role, [...(held.get(one.role) ?? []), one])
  return [...held].flatMap(([id, ways]) => {
    const role = model.roles.get(id)
    const isDirect = ways.some((way) => way.through === undefined)
    return role === undefined
      ? []
      : [{ role, through: isDirect ? [] : ways.flatMap((way) => (way.through === undefined ? [] : [way.through])) }]
  })
}

/** What a role says of a module: under its name, or under `*`. */
export const rightsIn = (role: Role, module: Pick<Module, 'name'>): RoleRights | undefined =>
  role.modules.get(module.name) ?? role.modules.get('*')

/** Actions that a share of each level gives where a role allows them at all. */
const sharedActions: Partial<Record<Action, SharingRule['level']>> = { read: 'read', export: 'read', update: 'write' }

const sharedRows = (place: ScopePlace, action: Action): Predicate => {
  const level = sharedActions[action]
  if (level === undefined) return never
  const { model, module, principal } = place
  const rules = sharingFor(model, module, principal).filter((rule) => level === 'read' || rule.level === 'write')
  return anyOf([
    {
      type: 'shared',
      module: module.id,
      level,
      member: principal.id,
      teams: principal.teamsAbove.map(({ id }) => id),
    },
    ...rules.map((rule) => compileFilter(model, module, rule.where, contextOf(place))),
  ])
}

/** Sharing rules of a module that reach a person. */
export const sharingFor = (model: Model, module: Module, principal: Principal): readonly SharingRule[] => {
  const roles = new Set(rolesOf(model, principal).map(({ role }) => role.name))
  const teams = new Set(principal.teamsAbove.map(({ key }) => key))
  return model.sharing.filter(
    ({ module: name, to }) => name === module.name && ('role' in to ? roles.has(to.role) : teams.has(to.team)),
  )
}
