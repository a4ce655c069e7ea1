import pg from 'pg'

export interface AuditLine {
  readonly act: string
  readonly actor: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly address: string | null
  readonly user_agent: string | null
}

/** The audit of a test's database, the oldest line first. */
export const auditOf = (connectionString: string): Promise<readonly AuditLine[]> =>
  queryOf<AuditLine>(connectionString, 'select act, actor, detail, address, user_agent from telar.audit order by id')

export const queryOf = async <Row extends pg.QueryResultRow>(
  connectionString: string,
  statement: string,
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
