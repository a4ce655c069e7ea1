import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { rows, run } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { LazyEngine } from './engine.ts'
import { emailUnknown } from './particulars.ts'
import { findPerson, type PersonKey } from './person.ts'
import type { SignInAudit } from './sign-in-audit.ts'

/** The second factor, as far as it is not the person's own business. */
export interface TwoFactorCare {
  /** For somebody who has lost both the device and the recovery codes. */
  readonly turnOff: (key: PersonKey, by: Doer) => Promise<void>
  readonly recoveryCodesLeft: (userId: string) => Promise<number>
}

interface TwoFactorOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly audit: SignInAudit
}

export const createTwoFactorCare = ({ pool, engine, audit }: TwoFactorOptions): TwoFactorCare => ({
  turnOff: async (key, by) => {
    const person = await findPerson(pool, key)
    if (person === undefined) throw new TelarError('INVALID', { issues: [emailUnknown] })
    if (!person.hasTwoFactor) throw new TelarError('TWO_FACTOR_OFF')
    const { internalAdapter } = await (await engine()).$context
    await internalAdapter.updateUser(person.id, { twoFactorEnabled: false })
    await run(pool, sql`delete from telar."twoFactor" where "userId" = ${person.id}`)
    await audit.add('two-factor-off', by, { user: person.id })
  },
  recoveryCodesLeft: async (userId) => {
    const [known] = await rows(pool, sql`select 1 from telar."twoFactor" where "userId" = ${userId} and verified`)
    if (known === undefined) return 0
    const { api } = await engine()
    return (await api.viewBackupCodes({ body: { userId } })).backupCodes.length
  },
})
