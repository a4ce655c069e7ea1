import type { Model } from '@telar/metadata'

export interface DriftQuestion {
  readonly connectionString: string
  readonly schema: string
  readonly model: Model
}

/**
 * What a database lacks of what a published definition needs, as the statements that would add it; empty when they
 * agree. It only reads. Columns that a definition gave up stay in their table and are no drift. MikroORM is loaded
 * here alone, since a server that serves does not need it.
 */
export const findDrift = async ({ connectionString, schema, model }: DriftQuestion): Promise<readonly string[]> => {
  const [{ MikroORM }, { entitySchemas }] = await Promise.all([
    import('@mikro-orm/postgresql'),
    import('./entity-schema.ts'),
  ])
  const entities = entitySchemas(schema, model)
  if (entities.length === 0) return []
  const orm = await MikroORM.init({ entities: [...entities], clientUrl: connectionString, pool: { max: 1 } })
  try {
    const statements = await orm.schema.getUpdateSchemaSQL({ schema, safe: true, dropTables: false })
    return statements.split(/;\s*\n/).filter((statement) => lacks.test(statement))
  } finally {
    await orm.close(true)
  }
}

/** Of all that the comparison proposes, only what is missing counts: it knows nothing of indexes, keys and what was retired. */
const lacks = /\b(create table |add (column )?(?!constraint)|alter column .* type )/i
