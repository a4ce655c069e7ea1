import type { Predicate } from '../filter/predicate.ts'
import type { Module } from '../model.ts'
import type { Action } from './actions.ts'

declare const brand: unique symbol

/**
 * Proof that an action on a module was allowed, for which rows and which cells. Only `Access` makes one; every
 * operation takes one, so forgetting the check does not compile.
 */
export interface Granted<Allowed extends Action> {
  readonly [brand]: Allowed
  readonly action: Allowed
  readonly module: Module
  readonly rows: Predicate
  /**
   * Of the rows that are granted, those in which a field (by API name) may be read, or written where the action
   * writes: `always` = in all of them, `never` = in none.
   */
  readonly cell: (field: string) => Predicate
}

/** The rows and cells of an action; undefined where no role allows it at all. */
export type May = <Wanted extends Action>(action: Wanted, module: Module) => Granted<Wanted> | undefined

/** Makes the proof; called by `accessOf` alone. */
export const grant = <Wanted extends Action>(
  action: Wanted,
  module: Module,
  { rows, cell }: Pick<Granted<Wanted>, 'rows' | 'cell'>,
): Granted<Wanted> => ({ action, module, rows, cell }) as Granted<Wanted> // oxlint-disable-line no-unsafe-type-assertion -- the one place that brands
