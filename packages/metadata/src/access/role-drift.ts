import type { Model, Module, Role } from '../model.ts'
import { actions } from './actions.ts'
import { rightOn, rightsIn } from './role-grants.ts'

/** A role that would say something else of a module, in titles. */
export interface RoleDrift {
  readonly role: string
  readonly module: string
}

/**
 * Roles that mean another thing after a change of the definition, though their documents stay: they name modules and
 * fields, and a name can pass to something else. What is new or gone does not count, but for the names in conditions.
 */
export const roleDrift = (before: Model, after: Model): readonly RoleDrift[] => {
  const modules = [...after.modules.values()].flatMap((now) => {
    const was = [...before.modules.values()].find(({ id }) => id === now.id)
    return was === undefined ? [] : [{ was, now }]
  })
  const isRenamed = namesPassOn(before, after)
  return [...after.roles.values()].flatMap((role) => {
    const old = before.roles.get(role.id)
    const changed = modules.filter(
      ({ was, now }) =>
        meaning(old, was, now) !== meaning(role, now, was) || (isRenamed && hasConditions(after, role, now)),
    )
    return changed.map(({ now }) => ({ role: role.title, module: now.title }))
  })
}

/** What a role says of a module and of those fields that it also has on the other side, by id. */
const meaning = (role: Role | undefined, module: Module, other: Module): string => {
  const rights = role === undefined ? undefined : rightsIn(role, module)
  const shared = new Set([...other.fields.values()].map(({ id }) => id))
  const kept = [...module.fields.values()]
    .filter(({ id }) => shared.has(id))
    .map(({ id, name }) => `${id} ${rightOn(rights, module, name)}`)
  return JSON.stringify([module.owned, actions.map((action) => rights?.scopes[action] ?? 'none'), kept.toSorted()])
}

/** Whether a name of a field or a module that conditions may use is that of another one now. */
const namesPassOn = (before: Model, after: Model): boolean =>
  [...before.modules.values()].some((was) => {
    const now = [...after.modules.values()].find(({ id }) => id === was.id)
    const namesake = after.modules.get(was.name)
    const isOther = (name: string, id: string): boolean => {
      const field = now?.fields.get(name)
      return field !== undefined && field.id !== id
    }
    return (
      (namesake !== undefined && namesake.id !== was.id) ||
      [...was.fields.values()].some(({ name, id }) => isOther(name, id))
    )
  })

/** Whether rows of a module are given by conditions, by the role or by sharing. */
const hasConditions = (model: Model, role: Role, module: Module): boolean =>
  model.sharing.some((rule) => rule.module === module.name) ||
  actions.some((action) => typeof rightsIn(role, module)?.scopes[action] === 'object')
