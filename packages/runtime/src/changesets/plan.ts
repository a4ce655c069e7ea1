import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type Change,
  checkSteps,
  type Definition,
  diff,
  type Field,
  type Issue,
  type Model,
  type Module,
  nameKey,
  pointerTo,
  problem,
  warning,
} from '@telar/metadata'
import { type Database, rows } from '../database/pool.ts'
import { ident, join, type Sql, sql } from '../database/sql.ts'
import { loadNames, loadTexts, parseDefinition } from '../snapshot/load-snapshot.ts'
import { compileSnapshot } from '../snapshot/snapshot.ts'
import { columnsOf, linkTableOf } from '../storage/columns.ts'
import type { Workspace } from '../storage/create-workspace.ts'
import { otherwiseOrdered } from '../storage/reorder-text.ts'
import { schemaSteps } from '../storage/schema-steps.ts'
import { type SchemaStep, type WantedIndex, wantedIndexes } from '../storage/table-ddl.ts'
import { collationOf } from '../storage/text-collation.ts'
import { documentValidator } from '../validation/validator.ts'
import { overlay } from './changeset.ts'
import { unhurried } from './unhurried.ts'

/** What publishing a change set would do, measured on what is there now. */
export interface Plan {
  /** The published version that the changes are laid over. */
  readonly version: number
  /** Documents whose text becomes another one. */
  readonly documents: readonly DocumentChange[]
  readonly texts: ReadonlyMap<string, string>
  readonly definition: Definition
  /** What is published now, and what would be. */
  readonly before: Model
  readonly model: Model
  readonly names: ReadonlyMap<string, string>
  readonly changes: readonly Change[]
  readonly schema: readonly SchemaStep[]
  /** What happens to data: warnings. */
  readonly impact: readonly Issue[]
  /** What has to be mended before this can be published. */
  readonly blocked: readonly Issue[]
  readonly warnings: readonly Issue[]
}

export interface DocumentChange {
  readonly path: string
  readonly change: 'added' | 'changed' | 'removed'
}

export interface PlanSource {
  readonly database: Database
  readonly workspace: Workspace
  /** The published version the changes are laid over. */
  readonly version: number
  readonly changes: ReadonlyMap<string, string | null>
}

export const makePlan = async ({ database, workspace, version, changes }: PlanSource): Promise<Plan> => {
  const base = await loadTexts(database, workspace, version)
  const known = await loadNames(database, workspace)
  const before = compileSnapshot({ workspace, version, definition: parseDefinition(base), names: known })
  await nextTurn()
  const texts = overlay(base, changes)
  const definition = parseDefinition(texts)
  const checked = await unhurried(checkSteps(definition, known, documentValidator))
  const errors = checked.issues.filter((issue) => issue.severity === 'error')
  const { schema } = workspace
  const otherwise = await otherwiseOrdered(database, schema, collationOf(checked.model))
  const context = { database, schema, before: before.model, after: checked.model, known, otherwise }
  const data = errors.length > 0 ? [] : await dataIssues(context)
  return {
    version,
    documents: documentChanges(base, texts),
    texts,
    definition,
    before: before.model,
    model: checked.model,
    names: checked.names,
    changes: diff(before, { definition, model: checked.model }),
    schema: errors.length > 0 ? [] : schemaSteps(context),
    impact: data.filter((issue) => issue.severity === 'warning'),
    blocked: [...errors, ...data.filter((issue) => issue.severity === 'error')],
    warnings: checked.issues.filter((issue) => issue.severity === 'warning'),
  }
}

const documentChanges = (
  base: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): readonly DocumentChange[] =>
  [...new Set([...base.keys(), ...texts.keys()])].toSorted().flatMap((path): readonly DocumentChange[] => {
    if (base.get(path) === texts.get(path)) return []
    return [{ path, change: texts.has(path) ? (base.has(path) ? 'changed' : 'added') : 'removed' }]
  })

interface DataContext {
  readonly database: Database
  readonly schema: string
  readonly before: Model
  readonly after: Model
  readonly known: ReadonlyMap<string, string>
}

/** What the change would do to rows that exist. Until retired data can be purged and restored, what would lose data is refused. */
const dataIssues = async (context: DataContext): Promise<readonly Issue[]> => {
  const after = new Map([...context.after.modules.values()].map((module) => [module.id, module]))
  const issues: Issue[] = []
  for (const module of context.before.modules.values()) {
    const now = after.get(module.id)
    issues.push(
      ...(now === undefined ? await removedModule(context, module) : await changedModule(context, module, now)),
    )
  }
  return issues
}

const removedModule = async (context: DataContext, module: Module): Promise<readonly Issue[]> => {
  const count = await countWhere(context, module, sql`true`)
  return count === 0
    ? []
    : [problem('DATA_WOULD_BE_LOST', { file: module.file, params: { what: module.title, count } })]
}

const changedModule = async (context: DataContext, was: Module, now: Module): Promise<readonly Issue[]> => {
  const fields = new Map([...now.fields.values()].map((field) => [field.id, field]))
  const issues: Issue[] = []
  for (const field of was.fields.values()) {
    const other = fields.get(field.id)
    const kept = other !== undefined && nameKey(other.id, other.storage) === nameKey(field.id, field.storage)
    if (!kept) issues.push(...(await lostValues(context, was, field)))
  }
  for (const field of now.fields.values()) {
    if (field.required && was.fields.get(field.name)?.required !== true)
      issues.push(...(await missingValues(context, was, field)))
  }
  const had = new Set(wantedIndexes(context.schema, was).map((index) => index.name))
  for (const index of wantedIndexes(context.schema, now)) {
    if (index.unique && !had.has(index.name)) issues.push(...(await duplicates(context, now, index)))
  }
  return issues
}

const lostValues = async (context: DataContext, module: Module, field: Field): Promise<readonly Issue[]> => {
  const at = { file: module.file, pointer: pointerTo('properties', field.property) }
  const count =
    field.storage.type === 'links'
      ? await countLinks(context, field)
      : await countWhere(context, module, anyFilled(field))
  return count === 0
    ? []
    : [problem('DATA_WOULD_BE_LOST', { ...at, params: { what: `${module.title}: ${field.title}`, count } })]
}

const anyFilled = (field: Field): Sql =>
  join(
    columnsOf(field).map((column) => sql`t.${ident(column.name)} is not null`),
    ' or ',
  )

/** Records that lack a value that is now required stay as they are; only the next edit of that field asks for it. */
const missingValues = async (context: DataContext, module: Module, field: Field): Promise<readonly Issue[]> => {
  const known = [...module.fields.values()].find((one) => one.id === field.id)
  const columns = known === undefined ? [] : columnsOf(known)
  const empty =
    columns.length === 0
      ? sql`true`
      : join(
          columns.map((column) => sql`t.${ident(column.name)} is null`),
          ' and ',
        )
  const count = await countWhere(context, module, sql`t.deleted_at is null and ${empty}`)
  const at = { file: module.file, pointer: pointerTo('properties', field.property) }
  return count === 0 ? [] : [warning('REQUIRED_MISSING', { ...at, params: { field: field.title, count } })]
}

const duplicates = async (context: DataContext, module: Module, index: WantedIndex): Promise<readonly Issue[]> => {
  const columns = index.fields.flatMap((name) => {
    const field = module.fields.get(name)
    return field !== undefined && context.known.has(nameKey(field.id, field.storage))
      ? columnsOf(field).slice(0, 1)
      : []
  })
  if (columns.length < index.fields.length) return []
  const list = join(columns.map((column) => ident(column.name)))
  const filled = join(
    columns.map((column) => sql`${ident(column.name)} is not null`),
    ' and ',
  )
  const found = await rows(
    context.database,
    sql`select count(*) from (select 1 from ${ident(context.schema, module.table)} where deleted_at is null and ${filled} group by ${list} having count(*) > 1) x`,
  )
  const count = Number(found[0]?.[0] ?? 0)
  return count === 0
    ? []
    : [
        problem('UNIQUE_DUPLICATES', {
          file: module.file,
          pointer: '/x-unique',
          params: { fields: index.fields, count },
        }),
      ]
}

const countWhere = async (context: DataContext, module: Module, where: Sql): Promise<number> => {
  const found = await rows(
    context.database,
    sql`select count(*) from ${ident(context.schema, module.table)} t where ${where}`,
  )
  return Number(found[0]?.[0] ?? 0)
}

const countLinks = async (context: DataContext, field: Field): Promise<number> => {
  const found = await rows(context.database, sql`select count(*) from ${ident(context.schema, linkTableOf(field))}`)
  return Number(found[0]?.[0] ?? 0)
}
