import { createHash } from 'node:crypto'

/** Every connection keeps a plan for each named statement; beyond this many texts those least in use go unnamed. */
const limit = 400

/** The one used last stands last. */
const names = new Map<string, string>()

/** Part of every name; another number makes every connection plan anew. */
let generation = 0

/** How many have come in: a text that is met once is not worth a plan. */
const met = new Set<string>()

/**
 * A name under which each connection prepares a statement once and then skips parsing and planning; undefined for a
 * text that is met for the first time. Depends on the text alone, so statements of all workspaces and versions can
 * share connections.
 */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined) {
    names.delete(text)
    names.set(text, known)
    return known
  }
  if (!met.has(text)) {
    if (met.size >= limit) met.clear()
    met.add(text)
    return undefined
  }
  const oldest = names.size >= limit ? names.keys().next() : undefined
  if (oldest?.done === false) names.delete(oldest.value)
  const name = createHash('sha256').update(`${generation} ${text}`).digest('hex').slice(0, 24)
  names.set(text, name)
  return name
}

/** Names every statement anew: what connections have prepared fits the tables no longer. */
export const forgetStatements = (): void => {
  names.clear()
  generation += 1
}
