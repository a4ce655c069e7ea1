import pg from 'pg'

/**
 * Whether a prepared statement was refused because its columns are of another kind now: their texts stand in another
 * order. Other changes of tables make other statements.
 */
export const isStalePlan = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery'
