import pg from 'pg'

/** The database that every clone starts from: empty, with the extensions that Telar needs. */
export const templateDatabase = 'telar_template'

/** The connection string of another database on the same server. */
export function siblingOf(connectionString: string, database: string): string {
  const url = new URL(connectionString)
  url.pathname = database
  return url.href
}

export async function runStatement(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
