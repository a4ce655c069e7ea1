import { allOf, always, anyOf, never, type Predicate } from '../filter/predicate.ts'
import type { Model, Module } from '../model.ts'
import { type Action, actions, type FieldRight } from './actions.ts'
import { capabilities, type Capability } from './capabilities.ts'
import { cutModel } from './cut-model.ts'
import { grant, type Granted, type May } from './granted.ts'
import type { Principal } from './principal.ts'
import { type RoleGrant, roleGrants, rolesOf } from './role-grants.ts'

/** What one person may do under one definition, at one moment. */
export interface Access {
  readonly principal: Principal
  /** The definition without what the person may not know of: the one that names in requests are looked up in. */
  readonly visible: Model
  /** The rows and cells of an action; undefined where no role allows it at all. */
  readonly may: May
  readonly can: (capability: Capability) => boolean
}

export interface AccessRequest {
  readonly model: Model
  readonly principal: Principal
  /** ISO 8601 instant; relative dates in conditions are read against it. */
  readonly now: string
}

/** Nothing is allowed by default; what several roles allow is added up cell by cell. */
export const accessOf = ({ model, principal, now }: AccessRequest): Access => {
  if (principal.administrator) return everything(model, principal)
  const known = new Map<string, Granted<Action> | undefined>()
  const may: May = <Wanted extends Action>(action: Wanted, module: Module) => {
    const key = `${action} ${module.name}`
    if (!known.has(key)) {
      const whole = model.modules.get(module.name)
      known.set(key, whole === undefined ? undefined : add({ model, module: whole, principal, now }, action))
    }
    return known.get(key) as Granted<Wanted> | undefined // oxlint-disable-line no-unsafe-type-assertion -- kept under its own action
  }
  const held = new Set(rolesOf(model, principal).flatMap(({ role }) => role.capabilities))
  const cut = once(() => cutModel(model, may))
  return {
    principal,
    get visible() {
      return cut()
    },
    may,
    can: (capability) => held.has(capability),
  }
}

const everything = (model: Model, principal: Principal): Access => ({
  principal,
  visible: model,
  may: (action, module) => grant(action, module, { rows: always, cell: () => always }),
  can: (capability) => Object.hasOwn(capabilities, capability),
})

type Place = AccessRequest & { readonly module: Module }

/** The rights that an action needs on a field: to be seen, or to be given a value. */
const needed: Readonly<Record<Action, FieldRight>> = {
  read: 'read',
  export: 'read',
  share: 'read',
  link: 'write',
  delete: 'read',
  restore: 'read',
  create: 'write',
  update: 'write',
  import: 'write',
}

/** Actions on records that exist already: only on those that may be read. */
const onSeen = (action: Action): boolean => action !== 'read' && action !== 'create' && action !== 'import'

const add = (place: Place, action: Action): Granted<Action> | undefined => {
  const given = roleGrants(place, action).filter(({ scope }) => scope !== 'none')
  if (given.length === 0) return undefined
  const read = onSeen(action) ? add(place, 'read') : undefined
  if (onSeen(action) && read === undefined) return undefined
  const rows = unionOf(given)
  return grant(action, place.module, {
    rows: allOf(read === undefined ? [rows] : distinct([rows, read.rows])),
    cell: cellsOf(given, needed[action]),
  })
}

/** Where a field is granted: the rows of those roles that grant it, and of no other (access.md, union by cell). */
const cellsOf = (given: readonly RoleGrant[], right: FieldRight): Granted<Action>['cell'] => {
  const known = new Map<string, Predicate>()
  return (field) => {
    const found = known.get(field)
    if (found !== undefined) return found
    const granting = given.filter((one) => isAtLeast(one.right(field), right))
    const cells = granting.length === given.length ? always : granting.length === 0 ? never : someOf(granting)
    known.set(field, cells)
    return cells
  }
}

/** A field that some role grants is known, even where the role covers no row of this person's. */
const someOf = (granting: readonly RoleGrant[]): Predicate => {
  const rows = unionOf(granting)
  return rows.type === 'never' ? { type: 'any', of: [] } : rows
}

export const isAtLeast = (right: FieldRight, wanted: FieldRight): boolean =>
  right === wanted || right === 'write' || wanted === 'hidden'

/** Shares stand last: they are the only rows that another table is asked for. */
const unionOf = (grants: readonly RoleGrant[]): Predicate =>
  anyOf(
    distinct([
      ...grants.flatMap(({ scopeRows }) => alternatives(scopeRows)),
      ...grants.flatMap(({ sharedRows }) => alternatives(sharedRows)),
    ]),
  )

const alternatives = (predicate: Predicate): readonly Predicate[] =>
  predicate.type === 'any' && predicate.of.length > 0 ? predicate.of.flatMap(alternatives) : [predicate]

/** The same rows named twice are asked for once. */
const distinct = (predicates: readonly Predicate[]): readonly Predicate[] => [
  ...new Map(predicates.map((predicate) => [JSON.stringify(predicate), predicate])).values(),
]

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** Whether each action is allowed on some rows. */
export const rightsOn = (access: Pick<Access, 'may'>, module: Module): Readonly<Record<Action, boolean>> =>
  // oxlint-disable-next-line no-unsafe-type-assertion -- made of the list of actions itself
  Object.fromEntries(actions.map((action) => [action, access.may(action, module) !== undefined])) as Record<
    Action,
    boolean
  >
