import { type Issue, problem, type ShareLevel } from '@telar/metadata'
import { rows, run } from '../database/pool.ts'
import { ident, type Sql, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { enter } from '../operations/caller.ts'
import { isUuid } from '../operations/get-record.ts'
import { requireGranted } from '../operations/granted-records.ts'
import { inTransaction } from '../operations/in-transaction.ts'
import type { Administration } from './administration.ts'
import { auditAct } from './change-rights.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** A record that was given to somebody or a team besides what roles say. */
export interface ShareView {
  readonly id: string
  readonly level: ShareLevel
  readonly user: Named | null
  readonly team: Named | null
  readonly by: Named | null
  readonly at: string
}

export interface SharedRecord {
  readonly module: string
  readonly id: string
}

/** Who gets it: exactly one of both. */
export interface ShareRequest {
  readonly user?: string | undefined
  readonly team?: string | undefined
  readonly level: ShareLevel
}

type Sharing = Pick<Administration, 'caller' | 'doer'>

/** With whom a record is shared, for those who may share it. */
export const listShares = async (sharing: Sharing, record: SharedRecord): Promise<readonly ShareView[]> =>
  readShares(sharing, await entered(sharing, record))

/** Shares a record; nobody gives more than he has himself. */
export const shareRecord = (sharing: Sharing, record: SharedRecord, request: ShareRequest): Promise<ShareView> =>
  inTransaction(sharing.caller, async (caller) => {
    const here = { ...sharing, caller }
    const where = await entered(here, record)
    if (request.level === 'write') await requireGranted(enter(caller, 'update', record.module), record.id)
    const issues = await checkReceiver(here, request)
    if (issues.length > 0) throw new TelarError('INVALID', { issues })
    const id = caller.newId()
    const made = await run(
      caller.database,
      sql`insert into ${tableOf(here)} (id, module, record, member, team, level, by)
          values (${id}::uuid, ${where.module}, ${where.record}::uuid, ${request.user ?? null}::uuid, ${request.team ?? null}::uuid,
                  ${request.level}, ${caller.principal.id}::uuid)
          on conflict do nothing`,
    )
    if (made === 0)
      throw new TelarError('INVALID', { issues: [problem('SHARED_ALREADY', { pointer: receiverPointer(request) })] })
    const [share] = await readShares(here, where, id)
    if (share === undefined) throw new TelarError('SHARE_UNKNOWN')
    await auditAct(here, { act: 'record-shared', detail: detailOf(record, share) })
    return share
  })

/** Takes a share back. */
export const unshareRecord = (sharing: Sharing, record: SharedRecord, share: string): Promise<void> =>
  inTransaction(sharing.caller, async (caller) => {
    const here = { ...sharing, caller }
    const where = await entered(here, record)
    const [found] = isUuid(share) ? await readShares(here, where, share) : []
    if (found === undefined) throw new TelarError('SHARE_UNKNOWN')
    await run(caller.database, sql`delete from ${tableOf(here)} where id = ${share}::uuid`)
    await auditAct(here, { act: 'record-unshared', detail: detailOf(record, found) })
  })

interface ShareKey {
  /** Stable id of the module. */
  readonly module: string
  readonly record: string
}

const entered = async ({ caller }: Sharing, { module, id }: SharedRecord): Promise<ShareKey> => {
  const sharing = enter(caller, 'share', module)
  await requireGranted(sharing, id)
  return { module: sharing.served.module.id, record: id }
}

const tableOf = ({ caller }: Sharing): Sql => ident(caller.snapshot.workspace.schema, 'record_share')

const receiverPointer = ({ user }: ShareRequest): string => (user === undefined ? '/team' : '/user')

const checkReceiver = async ({ caller }: Sharing, { user, team }: ShareRequest): Promise<readonly Issue[]> => {
  const { schema } = caller.snapshot.workspace
  if ((user === undefined) === (team === undefined)) return [problem('ONE_RECIPIENT')]
  if (user === undefined) {
    const [found] = await rows(caller.database, sql`select 1 from ${ident(schema, 'team')} where id = ${team}::uuid`)
    return found === undefined ? [problem('TEAM_MISSING', { pointer: '/team' })] : []
  }
  if (user.toLowerCase() === caller.principal.id) return [problem('SAME_PERSON', { pointer: '/user' })]
  const [found] = await rows(
    caller.database,
    sql`select active from ${ident(schema, 'member')} where id = ${user}::uuid`,
  )
  if (found === undefined) return [problem('USER_MISSING', { pointer: '/user' })]
  return found[0] === true ? [] : [problem('USER_INACTIVE', { pointer: '/user' })]
}

const readShares = async (sharing: Sharing, key: ShareKey, id?: string): Promise<readonly ShareView[]> => {
  const { schema } = sharing.caller.snapshot.workspace
  const one = id === undefined ? sql`` : sql` and s.id = ${id}::uuid`
  const found = await rows(
    sharing.caller.database,
    sql`select s.id, s.level, s.member, m.name, s.team, t.name, s.by, b.name, s.at from ${tableOf(sharing)} s
        left join ${ident(schema, 'member')} m on m.id = s.member
        left join ${ident(schema, 'team')} t on t.id = s.team
        left join ${ident(schema, 'member')} b on b.id = s.by
        where s.module = ${key.module} and s.record = ${key.record}::uuid${one} order by s.at, s.id`,
  )
  return found.map(([share, level, member, memberName, team, teamName, by, byName, at]) => ({
    id: String(share),
    level: level === 'write' ? 'write' : 'read',
    user: named(member, memberName),
    team: named(team, teamName),
    by: named(by, byName),
    at: String(at),
  }))
}

const named = (id: unknown, name: unknown): Named | null =>
  typeof id === 'string' ? { id, name: typeof name === 'string' ? name : '' } : null

const detailOf = ({ module, id }: SharedRecord, { user, team, level }: ShareView) => ({
  module,
  record: id,
  level,
  ...(user === null ? {} : { user: { ...user } }),
  ...(team === null ? {} : { team: { ...team } }),
})
