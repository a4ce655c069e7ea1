import type { Cell } from '../fields/field-type.ts'
import { compileFilter } from '../filter/compile.ts'
import type { FilterContext } from '../filter/filter-context.ts'
import { allOf, always, anyOf, type Comparison, never, type Predicate } from '../filter/predicate.ts'
import type { Model, Module } from '../model.ts'
import type { Principal } from './principal.ts'
import type { Scope, ScopeName } from './scope-names.ts'

/** What a scope depends on. */
export interface ScopePlace {
  readonly model: Model
  readonly module: Module
  readonly principal: Principal
  /** ISO 8601 instant; relative dates in conditions are read against it. */
  readonly now: string
}

/** The rows of a scope, for one person at one moment. */
export const scopePredicate = (scope: Scope, place: ScopePlace): Predicate =>
  typeof scope === 'string'
    ? named[scope](place)
    : compileFilter(place.model, place.module, scope.where, contextOf(place))

/** What relative values of conditions mean for the person. */
export const contextOf = ({ principal, now }: Pick<ScopePlace, 'principal' | 'now'>): FilterContext => ({
  now,
  timeZone: principal.timeZone,
  firstDayOfWeek: principal.firstDayOfWeek,
  user: { id: principal.id, teams: principal.teams, attributes: principal.attributes },
})

/** The record's owner is the person; if it has no owner, its creator is. */
const own = ({ module, principal }: ScopePlace): Predicate => {
  const created = onPerson('created_by', 'equals', [principal.id])
  return module.owned
    ? anyOf([onPerson('owner_id', 'equals', [principal.id]), allOf([onPerson('owner_id', 'isEmpty', []), created])])
    : created
}

const ofTeams = (place: ScopePlace, teams: readonly string[]): Predicate =>
  place.module.owned && teams.length > 0 ? anyOf([own(place), onPerson('team_id', 'oneOf', teams)]) : own(place)

const named: Readonly<Record<ScopeName, (place: ScopePlace) => Predicate>> = {
  none: () => never,
  own,
  team: (place) => ofTeams(place, place.principal.teams),
  teamTree: (place) => ofTeams(place, place.principal.teamsBelow),
  all: () => always,
}

const onPerson = (column: string, compare: Comparison, values: readonly Cell[]): Predicate => ({
  type: 'compare',
  operand: { path: [], column, primitive: 'uuid', keys: [] },
  compare,
  values,
})
