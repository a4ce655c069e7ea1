import {
  type Access,
  accessOf,
  type Action,
  type Granted,
  type Issue,
  type Language,
  type Principal,
  problem,
} from '@telar/metadata'
import type pg from 'pg'
import { type Reading, readingOf } from '../access/reading.ts'
import type { Database } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import type { ReadModule, ServedModule, Snapshot } from '../snapshot/snapshot.ts'

/** Everything a record operation works with; made once a request and passed down. */
export interface Caller {
  readonly pool: pg.Pool
  /** The pool, or the connection of a transaction that several operations share. */
  readonly database: Database
  readonly snapshot: Snapshot
  /** What the caller may do under the snapshot. */
  readonly access: Access
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

/** The module by its name, whoever asks: for writing, and for what follows from an act by itself. */
export const servedModule = (caller: Caller, name: string): ServedModule => {
  const served = caller.snapshot.modules.get(name)
  if (served === undefined) throw new TelarError('MODULE_UNKNOWN', { params: { module: name } })
  return served
}

/** A module that a caller has entered to change records: what every writing operation works with after its check. */
export interface Entered<Allowed extends Exclude<Action, 'read'>> {
  readonly caller: Caller
  readonly served: ServedModule
  readonly grant: Granted<Allowed>
}

/** Finds the module and checks the action; every writing operation begins with it. */
export const enter = <Wanted extends Exclude<Action, 'read'>>(
  caller: Caller,
  action: Wanted,
  module: string,
): Entered<Wanted> => {
  const served = servedModule(caller, module)
  const grant = caller.access.may(action, served.module)
  if (grant === undefined) throw forbidden('NO_ROLE_ALLOWS', { action, module })
  return { caller, served, grant }
}

/** A module that a caller has entered to read: the tables it gives hold nothing but what the caller may see. */
export interface Readable {
  readonly caller: Caller
  readonly served: ReadModule
  readonly reading: Reading
  readonly grant: Granted<'read'>
}

/** Finds the module and checks the right to read; every reading operation begins with it. */
export const enterToRead = (caller: Caller, module: string): Readable => {
  const readable = readableModule(caller, module)
  if (readable !== undefined) return readable
  servedModule(caller, module)
  throw forbidden('NO_ROLE_ALLOWS', { action: 'read', module })
}

/** The same where a module may as well not let the caller in: for what goes over all modules. */
export const readableModule = (caller: Caller, module: string): Readable | undefined => {
  const reading = readingOf(caller.snapshot, caller.access)
  const served = reading.modules.get(module)
  const grant = served === undefined ? undefined : caller.access.may('read', served.module)
  return served === undefined || grant === undefined ? undefined : { caller, served, reading, grant }
}

/** The same person without limits: for what the definition itself asks for when a record changes. */
export const withoutLimits = (caller: Caller): Caller => ({
  ...caller,
  access: accessOf({
    model: caller.snapshot.model,
    principal: { ...caller.principal, administrator: true },
    now: caller.now().toISOString(),
  }),
})

/** A refusal that says why. */
export const forbidden = (code: string, params: Issue['params']): TelarError =>
  new TelarError('FORBIDDEN', { issues: [problem(code, { params })] })
