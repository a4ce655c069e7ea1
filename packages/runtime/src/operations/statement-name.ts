import { createHash } from 'node:crypto'
import type { Sql } from '../database/sql.ts'

/** Every connection keeps a plan for each named statement; beyond this many texts the rest go unnamed. */
const limit = 400

const names = new Map<string, string>()

/**
 * A name under which each connection prepares a statement once and then skips parsing and planning. Depends on the
 * text alone, so statements of all workspaces and versions can share connections.
 */
export const statementName = (piece: Sql): string | undefined => {
  const text = piece.parts.join('$')
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= limit) return undefined
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24)
  names.set(text, name)
  return name
}
