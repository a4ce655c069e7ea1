import type { Json, JsonObject } from '@telar/metadata'
import fc from 'fast-check'
import { type Database, rows, run } from '../../../packages/runtime/src/database/pool.ts'
import { ident, raw, sql } from '../../../packages/runtime/src/database/sql.ts'
import { TelarError } from '../../../packages/runtime/src/errors.ts'
import { addLink } from '../../../packages/runtime/src/operations/add-link.ts'
import { createRecord } from '../../../packages/runtime/src/operations/create-record.ts'
import { deleteRecord } from '../../../packages/runtime/src/operations/delete-record.ts'
import { restoreRecord } from '../../../packages/runtime/src/operations/restore-record.ts'
import { updateRecord } from '../../../packages/runtime/src/operations/update-record.ts'
import type { ReadCase } from './read-case.ts'
import { linkFields, linkTargets, type ModuleName, moduleNames, plainFields, type WorldRecord } from './world.ts'

/** What somebody tries to do to a world. */
export interface Attempt {
  readonly kind: 'create' | 'update' | 'delete' | 'restore' | 'link'
  readonly module: ModuleName
  /** Which record of the module, and which to link to. */
  readonly record: number
  readonly target: number
  /** Which field of the module, plain ones first, then links. */
  readonly field: number
  readonly value: number
}

export const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'create' as const,
      'update' as const,
      'update' as const,
      'delete' as const,
      'restore' as const,
      'link' as const,
    ),
    module: fc.constantFrom(...moduleNames),
    record: fc.nat(4),
    target: fc.nat(3),
    field: fc.nat(6),
    value: fc.nat(5),
  }),
  { minLength: 1, maxLength: 12 },
)

/** What a person answers an attempt, and what is left of it. */
export interface Outcome {
  readonly code: string
  /** Rows of the ledger that it wrote; an attempt that is refused writes none. */
  readonly written: boolean
}

/** Tries it, and takes back what came of it. */
export const tryIt = async (one: ReadCase, attempt: Attempt): Promise<Outcome> => {
  const { database, snapshot } = one.caller
  const before = await fingerprint(database, snapshot.workspace.schema)
  await run(database, raw('savepoint attempt'))
  const code = await perform(one, attempt).then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof TelarError) return error.code
      throw error
    },
  )
  // What a refusal leaves to be undone is taken back by the transaction around every operation.
  if (code !== 'done') await run(database, raw('rollback to savepoint attempt'))
  const written = (await fingerprint(database, snapshot.workspace.schema)) !== before
  if (code === 'done') await run(database, raw('rollback to savepoint attempt'))
  return { code, written }
}

/** Changes with every row of the ledger. */
const fingerprint = async (database: Database, schema: string): Promise<string> => {
  const [found] = await rows(database, sql`select count(*), max(id) from ${ident(schema, 'ledger')}`)
  return JSON.stringify(found)
}

const perform = async (one: ReadCase, attempt: Attempt): Promise<unknown> => {
  const { caller } = one
  const { module } = attempt
  const id = recordOf(one, attempt)?.id ?? ''
  switch (attempt.kind) {
    case 'create':
      return createRecord(caller, { module, data: { name: 'made', ...change(one, attempt) } })
    case 'update':
      return updateRecord(caller, { module, id, data: change(one, attempt), version: 'any' })
    case 'delete':
      return deleteRecord(caller, { module, id, version: 'any' })
    case 'restore':
      return restoreRecord(caller, { module, id })
    case 'link':
      return addLink(caller, {
        module: 'deal',
        id: dealOf(one, attempt)?.id ?? '',
        link: 'partners',
        to: targetOf(one, 'account', attempt)?.id ?? '',
      })
  }
}

const all = (one: ReadCase, module: ModuleName): readonly WorldRecord[] =>
  one.world.records.filter((record) => record.module === module)

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]

const recordOf = (one: ReadCase, { module, record }: Attempt): WorldRecord | undefined => pick(all(one, module), record)

const dealOf = (one: ReadCase, { record }: Attempt): WorldRecord | undefined => pick(all(one, 'deal'), record)

const targetOf = (one: ReadCase, module: ModuleName, { target }: Attempt): WorldRecord | undefined =>
  pick(all(one, module), target)

const fieldOf = ({ module, field }: Attempt): string =>
  pick([...plainFields[module], ...linkFields[module]], field) ?? 'name'

const targetModule = (field: string): ModuleName | undefined =>
  field in linkTargets ? linkTargets[field as keyof typeof linkTargets] : undefined // oxlint-disable-line no-unsafe-type-assertion -- asked just before

const valueOf = (one: ReadCase, attempt: Attempt): string | number => {
  const field = fieldOf(attempt)
  const target = targetModule(field)
  if (target !== undefined) return targetOf(one, target, attempt)?.id ?? ''
  if (field === 'revenue' || field === 'amount') return attempt.value
  if (field === 'region') return pick(['north', 'south', 'east'], attempt.value) ?? ''
  if (field === 'stage') return pick(['new', 'won', 'lost'], attempt.value) ?? ''
  return `changed${attempt.value}`
}

const change = (one: ReadCase, attempt: Attempt): JsonObject => ({ [fieldOf(attempt)]: valueOf(one, attempt) })

/** What access.md says of the attempt, step by step. */
export const expectedCode = (one: ReadCase, attempt: Attempt): string => expectations[attempt.kind](one, attempt)

type Expect = (one: ReadCase, attempt: Attempt) => string

/** The record must live, be there for the person, and be among those that the action is allowed on. */
const onLiving = (one: ReadCase, record: WorldRecord | undefined, action: string): string | undefined =>
  record?.deleted === true ? 'RECORD_UNKNOWN' : onRecord(one, record, action)

const onRecord = ({ right }: ReadCase, record: WorldRecord | undefined, action: string): string | undefined => {
  if (record === undefined || !right.maySee(record)) return 'RECORD_UNKNOWN'
  return right.mayDo(action, record) ? undefined : 'FORBIDDEN'
}

const mayAct = ({ right }: Pick<ReadCase, 'right'>, module: ModuleName, action: string): boolean =>
  right.may(action, module) && (action === 'create' || right.mayRead(module))

/** A field that no role shows or lets be written answers like one that there is not. */
const knows = ({ right }: ReadCase, module: ModuleName, field: string): boolean =>
  right.knows(module, field) ||
  ['create', 'update'].some((action) => mayAct({ right }, module, action) && right.everWrites(action, module, field))

const isLinkable = (one: ReadCase, record: WorldRecord | undefined): boolean =>
  record !== undefined && !record.deleted && one.right.mayDo('link', record) && mayAct(one, record.module, 'link')

const withChange = (one: ReadCase, record: WorldRecord, attempt: Attempt): WorldRecord => ({
  ...record,
  values: { ...record.values, [fieldOf(attempt)]: valueOf(one, attempt) },
})

/** The same world with one record in another state: conditions may look at other records. */
const worldWith = (one: ReadCase, record: WorldRecord): ReadCase['right'] =>
  one.rightIn({ ...one.world, records: [...one.world.records.filter(({ id }) => id !== record.id), record] })

const isSame = (one: ReadCase, record: WorldRecord, attempt: Attempt): boolean =>
  record.values[fieldOf(attempt)] === valueOf(one, attempt)

/** A guess that happens to be right tells nothing to somebody who may not see the value. */
const unchanged = ({ right }: ReadCase, record: WorldRecord, field: string): string =>
  right.seesCell(record, field) || right.writesCell('update', record, field) ? 'done' : 'FORBIDDEN'

/** The field may be written and the record be changed, before and after. */
const changeOf = (one: ReadCase, record: WorldRecord, attempt: Attempt): string => {
  const field = fieldOf(attempt)
  if (!one.right.writesCell('update', record, field)) return 'FORBIDDEN'
  if (!namesLinkable(one, attempt)) return 'INVALID'
  const after = withChange(one, record, attempt)
  const right = worldWith(one, after)
  return right.mayDo('update', after) && right.writesCell('update', after, field) ? 'done' : 'FORBIDDEN'
}

const namesLinkable = (one: ReadCase, attempt: Attempt): boolean => {
  const target = targetModule(fieldOf(attempt))
  return target === undefined || isLinkable(one, targetOf(one, target, attempt))
}

/** Why an account cannot be linked to. */
const farEnd = (one: ReadCase, account: WorldRecord | undefined): string | undefined => {
  if (!mayAct(one, 'account', 'link')) return 'FORBIDDEN'
  if (account === undefined || account.deleted || !one.right.maySee(account)) return 'INVALID'
  return one.right.mayDo('link', account) ? undefined : 'FORBIDDEN'
}

const expectations: Readonly<Record<Attempt['kind'], Expect>> = {
  update: (one, attempt) => {
    const { module } = attempt
    const record = recordOf(one, attempt)
    if (!mayAct(one, module, 'update')) return 'FORBIDDEN'
    const refused = onLiving(one, record, 'update')
    if (refused !== undefined || record === undefined) return refused ?? 'RECORD_UNKNOWN'
    if (!knows(one, module, fieldOf(attempt))) return 'INVALID'
    return isSame(one, record, attempt) ? unchanged(one, record, fieldOf(attempt)) : changeOf(one, record, attempt)
  },
  create: (one, attempt) => {
    const { module } = attempt
    if (!mayAct(one, module, 'create')) return 'FORBIDDEN'
    const fields = [...new Set(['name', fieldOf(attempt)])]
    const known = fields.filter((field) => knows(one, module, field))
    if (known.some((field) => !one.right.everWrites('create', module, field))) return 'FORBIDDEN'
    if (known.length < fields.length) return 'INVALID'
    if (!namesLinkable(one, attempt)) return 'INVALID'
    const { user } = one.world
    const blank: WorldRecord = {
      id: '0198c1e2-7a4b-7c3d-8e5f-999900000000',
      module,
      owner: module === 'note' ? null : user.id,
      creator: user.id,
      team: module === 'note' ? null : (user.teams[0] ?? null),
      deleted: false,
      values: {
        ...Object.fromEntries([...plainFields[module], ...linkFields[module]].map((field) => [field, null])),
        name: 'made',
      },
      earlier: {},
    }
    const after = withChange(one, blank, attempt)
    const right = worldWith(one, after)
    return right.mayCreate(after) && fields.every((field) => right.writesCell('create', after, field))
      ? 'done'
      : 'FORBIDDEN'
  },
  delete: (one, attempt) => {
    const record = recordOf(one, attempt)
    if (!mayAct(one, attempt.module, 'delete')) return 'FORBIDDEN'
    return onLiving(one, record, 'delete') ?? 'done'
  },
  restore: (one, attempt) => {
    const record = recordOf(one, attempt)
    if (!mayAct(one, attempt.module, 'restore')) return 'FORBIDDEN'
    if (record?.deleted !== true) return 'RECORD_UNKNOWN'
    const refused = onRecord(one, record, 'restore')
    if (refused !== undefined) return refused
    const targets = linkFields[attempt.module].map((field) => record.values[field] ?? null)
    return targets.every((id) => id === null || one.world.records.some((target) => target.id === id && !target.deleted))
      ? 'done'
      : 'INVALID'
  },
  link: (one, attempt) => {
    const { right } = one
    if (!mayAct(one, 'deal', 'link')) return 'FORBIDDEN'
    if (!right.mayRead('account') || !right.knows('deal', 'partners')) return 'LINK_UNKNOWN'
    const deal = dealOf(one, attempt)
    const refused = onLiving(one, deal, 'link')
    if (refused !== undefined || deal === undefined) return refused ?? 'RECORD_UNKNOWN'
    return (
      farEnd(one, targetOf(one, 'account', attempt)) ??
      (right.writesCell('link', deal, 'partners') ? 'done' : 'FORBIDDEN')
    )
  },
}

/** Whether an attempt that is allowed changes anything. */
export const changesSomething = (one: ReadCase, attempt: Attempt): boolean => {
  if (attempt.kind === 'update') return recordOf(one, attempt)?.values[fieldOf(attempt)] !== valueOf(one, attempt)
  if (attempt.kind !== 'link') return true
  const [from, to] = [dealOf(one, attempt)?.id, targetOf(one, 'account', attempt)?.id]
  const known = one.world.partners.find((partner) => partner.from === from && partner.to === to)
  // The attempt says nothing of the link, so one with something to say is changed.
  return known === undefined || (known.share as Json) !== null
}
