import type { Action, Granted, Language, Principal } from '@telar/metadata'
import { authorise } from '@telar/metadata'
import type pg from 'pg'
import type { Database } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule, Snapshot } from '../snapshot/snapshot.ts'

/** Everything a record operation works with; made once a request and passed down. */
export interface Caller {
  readonly pool: pg.Pool
  /** The pool, or the connection of a transaction that several operations share. */
  readonly database: Database
  readonly snapshot: Snapshot
  readonly principal: Principal
  readonly language: Language
  /** Where the change came from: `user`, `api`, `import`, `seed`. */
  readonly source: string
  /** Ties the changes of one act together in the ledger. */
  readonly operation: string
  /** For imported history only; null = the database's clock. */
  readonly at: string | null
  readonly now: () => Date
  readonly newId: () => string
  readonly cursorKey: Buffer
}

export const servedModule = (caller: Caller, name: string): ServedModule => {
  const served = caller.snapshot.modules.get(name)
  if (served === undefined) throw new TelarError('MODULE_UNKNOWN', { params: { module: name } })
  return served
}

/** A module that a caller has entered for an action: what every operation works with after its check. */
export interface Entered<Allowed extends Action> {
  readonly caller: Caller
  readonly served: ServedModule
  readonly grant: Granted<Allowed>
}

/** Whether a module lets the caller in; for what goes over all modules. */
export const mayEnter = (caller: Caller, action: Action, module: string): boolean => {
  const served = caller.snapshot.modules.get(module)
  return served !== undefined && authorise(caller.principal, action, served.module) !== undefined
}

/** Finds the module and checks the action; every operation begins with it. */
export const enter = <Wanted extends Action>(caller: Caller, action: Wanted, module: string): Entered<Wanted> => {
  const served = servedModule(caller, module)
  return { caller, served, grant: granted(caller, action, served) }
}

/** The check itself; what it gives cannot be made otherwise. */
const granted = <Wanted extends Action>(caller: Caller, action: Wanted, served: ServedModule): Granted<Wanted> => {
  const grant = authorise(caller.principal, action, served.module)
  if (grant === undefined) throw new TelarError('FORBIDDEN', { params: { action, module: served.module.title } })
  return grant
}
