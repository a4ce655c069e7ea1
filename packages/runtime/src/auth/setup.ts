import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { rows, run } from '../database/pool.ts'
import { raw, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { checkParticulars, type Particulars } from './particulars.ts'
import type { Users } from './users.ts'

/** The first administrator comes from the configuration, or from whoever holds the token that the start printed. */
export interface Setup {
  readonly isNeeded: () => Promise<boolean>
  /** At each start: makes the configured administrator if there is nobody yet, else a token for the first visit. */
  readonly begin: (administrator: Omit<Particulars, 'name'> | undefined) => Promise<SetupState>
  /** A new token; those printed before are worth nothing any more. Undefined once there is somebody. */
  readonly resetToken: () => Promise<string | undefined>
  /** Makes the administrator and uses up the token; answers with the id. */
  readonly complete: (token: string, particulars: Particulars, by?: Doer) => Promise<string>
}

export type SetupState = { readonly state: 'done' } | { readonly state: 'needed'; readonly token: string }

/** Several processes that start at once print one token each; any of them works. */
const keptTokens = 5

export const createSetup = (pool: pg.Pool, users: Users): Setup => {
  let isDone = false

  const isNeeded = async (): Promise<boolean> => {
    if (!isDone) isDone = (await rows(pool, raw('select 1 from telar."user" limit 1'))).length > 0
    return !isDone
  }

  const makeToken = async (): Promise<string> => {
    const token = randomBytes(24).toString('base64url')
    await run(pool, sql`insert into telar.setup_token (hash) values (${hashOf(token)})`)
    await run(
      pool,
      sql`delete from telar.setup_token where hash not in
            (select hash from telar.setup_token order by at desc limit ${keptTokens})`,
    )
    return token
  }

  return {
    isNeeded,
    begin: async (administrator) => {
      if ((await isNeeded()) && administrator !== undefined) await createOnce(users, administrator)
      if (await isNeeded()) return { state: 'needed', token: await makeToken() }
      await run(pool, raw('delete from telar.setup_token'))
      return { state: 'done' }
    },
    resetToken: async () => {
      await run(pool, raw('delete from telar.setup_token'))
      return (await isNeeded()) ? makeToken() : undefined
    },
    complete: async (token, particulars, by = {}) => {
      if (!(await isNeeded())) throw new TelarError('SETUP_DONE')
      const known = await rows(pool, sql`select 1 from telar.setup_token where hash = ${hashOf(token)}`)
      if (known.length === 0) throw new TelarError('SETUP_TOKEN_WRONG')
      const issues = checkParticulars(particulars)
      if (issues.length > 0) throw new TelarError('INVALID', { issues })
      return spend(pool, token, () => users.create(particulars, 'admin', by))
    },
  }
}

/** Of two who send tokens at the same moment one gets through; a token whose work failed can be used again. */
const spend = async (pool: pg.Pool, token: string, work: () => Promise<string>): Promise<string> => {
  const taken = await run(
    pool,
    sql`delete from telar.setup_token where exists (select from telar.setup_token where hash = ${hashOf(token)})`,
  )
  if (taken === 0) throw new TelarError('SETUP_TOKEN_WRONG')
  try {
    return await work()
  } catch (error) {
    await run(pool, sql`insert into telar.setup_token (hash) values (${hashOf(token)}) on conflict do nothing`)
    throw error
  }
}

/** Another process may make the same administrator at the same moment. */
const createOnce = async (users: Users, administrator: Omit<Particulars, 'name'>): Promise<void> => {
  try {
    await users.create({ ...administrator, name: administrator.email.split('@')[0] ?? '' }, 'admin')
  } catch (error) {
    const isThere = error instanceof TelarError && error.issues.some(({ code }) => code === 'EMAIL_TAKEN')
    if (!isThere) throw error
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
