import type { Cell, Compare, Predicate } from '@telar/metadata'

/** A part of a scope that an index gives in the order of creation: of one value, or of each of several. */
export type ScopeBranch =
  | { readonly type: 'rows'; readonly rows: Predicate }
  | { readonly type: 'each'; readonly column: string; readonly values: readonly Cell[] }

/** Of more teams, one condition costs less: whoever is in so many sees much of what there is. */
const mostValues = 100

/**
 * The rows of a scope as ranges of indexes that end in the order of creation: mine, made by me and nobody's, of each of
 * my teams, shared with me. A page of the newest is then the newest of each range, whatever the scope covers, which
 * "mine or my teams'" as one condition is not (decisions.md 29). A record may be in several. How many branches there
 * are depends on the roles alone: everybody who has the same ones shares a statement. Undefined where the scope is no
 * such union.
 */
export const scopeBranches = (rows: Predicate): readonly ScopeBranch[] | undefined => {
  const parts = [...new Map(flat(rows).map((part) => [JSON.stringify(part), part])).values()]
  if (parts.length < 2 || !parts.every(isRange)) return undefined
  const lists = Map.groupBy(parts.filter(isList), ({ operand }) => operand.column)
  const each = [...lists].map(([column, found]) => ({
    type: 'each' as const,
    column,
    values: [...new Set(found.flatMap(({ values }) => values))],
  }))
  if (each.some(({ values }) => values.length > mostValues)) return undefined
  return [...parts.filter((part) => !isList(part)).map((part) => ({ type: 'rows' as const, rows: part })), ...each]
}

const flat = (predicate: Predicate): readonly Predicate[] =>
  predicate.type === 'any' ? predicate.of.flatMap(flat) : [predicate]

/** The columns whose indexes go on in the order of creation. */
const indexed: ReadonlySet<string> = new Set(['owner_id', 'team_id', 'created_by'])

const isOnPeople = (predicate: Predicate): predicate is Compare =>
  predicate.type === 'compare' &&
  predicate.operand.path.length === 0 &&
  predicate.operand.keys.length === 0 &&
  indexed.has(predicate.operand.column)

const isList = (predicate: Predicate): predicate is Compare => isOnPeople(predicate) && predicate.compare === 'oneOf'

const isOne = (predicate: Predicate): boolean => isOnPeople(predicate) && predicate.compare === 'equals'

const isRange = (predicate: Predicate): boolean =>
  predicate.type === 'shared' ||
  isOne(predicate) ||
  isList(predicate) ||
  (predicate.type === 'all' && predicate.of.some(isOne) && predicate.of.every(isOnPeople))
