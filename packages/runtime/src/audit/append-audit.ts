import type { JsonObject } from '@telar/metadata'
import { run, type Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'

/** Who does something and from where; all unknown where the server does it by itself. */
export interface Doer {
  /** The sign-in; in a workspace's own acts, the member. */
  readonly actor?: string | undefined
  readonly address?: string | undefined
  readonly userAgent?: string | undefined
}

export interface AuditEntry extends Doer {
  /** Undefined for what belongs to no workspace. */
  readonly workspace?: string | undefined
  /** What was done, such as `sign-in`. */
  readonly act: string
  /** More about it; never a password, token, code or key. */
  readonly detail: JsonObject
}

/** What a browser says about itself may be of any length. */
const userAgentLength = 300

/** Adds a line to the audit of the server; lines are never changed. */
export const appendAudit = async (database: Database, entry: AuditEntry): Promise<void> => {
  const { workspace, actor, act, detail, address, userAgent } = entry
  await run(
    database,
    sql`insert into telar.audit (workspace, actor, act, detail, address, user_agent)
        values (${workspace ?? null}::uuid, ${actor ?? null}::uuid, ${act}, ${JSON.stringify(detail)}::jsonb,
                ${address ?? null}, ${userAgent?.slice(0, userAgentLength) ?? null})`,
  )
}
