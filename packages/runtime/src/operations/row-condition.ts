import type { Predicate } from '@telar/metadata'
import { raw, type Sql } from '../database/sql.ts'
import { type Selection, selection } from '../storage/selection.ts'
import type { Caller } from './caller.ts'

/** Living rows, or deleted ones. */
export const lifeOf = (deleted: boolean): Sql => raw(deleted ? 't.deleted_at is not null' : 't.deleted_at is null')

/** A condition over the rows of a module (alias `t`) with the joins it needs. */
export const conditionSql = (caller: Caller, predicate: Predicate): Selection =>
  selection({ schema: caller.snapshot.workspace.schema, alias: 't' }, predicate)
