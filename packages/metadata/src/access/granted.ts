import type { Predicate } from '../filter/predicate.ts'
import type { Module } from '../model.ts'

/** What can be done with the records of a module. */
export const actions = ['read', 'create', 'update', 'delete', 'restore', 'link'] as const

export type Action = (typeof actions)[number]

/** Who asks. It carries what relative values of filters need (decisions.md 28). */
export interface Principal {
  /** Member of the workspace. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly administrator: boolean
  readonly language: string
  readonly timeZone: string
  /** 1 = Monday. */
  readonly firstDayOfWeek: number
}

declare const brand: unique symbol

/**
 * Proof that an action on a module was allowed, and for which rows. Only `authorise` makes one; every operation takes
 * one, so forgetting the check does not compile.
 */
export interface Granted<Allowed extends Action> {
  readonly [brand]: Allowed
  readonly action: Allowed
  readonly module: Module
  readonly rows: Predicate
}

/** Nothing is allowed by default. Until roles exist, an administrator is allowed everything and nobody else anything. */
export const authorise = <Wanted extends Action>(
  principal: Principal,
  action: Wanted,
  module: Module,
): Granted<Wanted> | undefined => (principal.administrator ? grant(action, module, { type: 'always' }) : undefined)

const grant = <Wanted extends Action>(action: Wanted, module: Module, rows: Predicate): Granted<Wanted> =>
  ({ action, module, rows }) as Granted<Wanted> // oxlint-disable-line no-unsafe-type-assertion -- the one place that brands
