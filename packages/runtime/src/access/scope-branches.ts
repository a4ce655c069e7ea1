import { allOf, type Compare, negated, type Predicate } from '@telar/metadata'

/** More pieces than these cost more than they save: whoever is in so many teams sees much of what there is. */
const mostBranches = 12

/**
 * The rows of a scope as pieces that do not overlap, each a range of an index that ends in the order of creation: mine,
 * made by me and nobody's, of each of my teams, shared with me. A page of the newest is then the newest of each piece,
 * whatever the scope covers, which "mine or my teams'" as one condition is not (decisions.md 29). Undefined where the
 * scope is no such union.
 */
export const scopeBranches = (rows: Predicate): readonly Predicate[] | undefined => {
  const pieces = [
    ...new Map(
      flat(rows)
        .flatMap(split)
        .map((piece) => [JSON.stringify(piece), piece]),
    ).values(),
  ]
  if (pieces.length < 2 || pieces.length > mostBranches || !pieces.every(isRange)) return undefined
  return pieces.map((piece, index) => allOf([piece, ...pieces.slice(0, index).map(negated)]))
}

const flat = (predicate: Predicate): readonly Predicate[] =>
  predicate.type === 'any' ? predicate.of.flatMap(flat) : [predicate]

/** One piece for each team. */
const split = (predicate: Predicate): readonly Predicate[] =>
  predicate.type === 'compare' && predicate.compare === 'oneOf' && isPlain(predicate)
    ? predicate.values.map((value): Predicate => ({ ...predicate, compare: 'equals', values: [value] }))
    : [predicate]

const isPlain = ({ operand }: Compare): boolean => operand.path.length === 0 && operand.keys.length === 0

const indexed: ReadonlySet<string> = new Set(['owner_id', 'team_id', 'created_by'])

const isRange = (predicate: Predicate): boolean => {
  if (predicate.type === 'shared') return true
  if (predicate.type === 'all') return predicate.of.some((one) => isRange(one)) && predicate.of.every(isOnPeople)
  return predicate.type === 'compare' && predicate.compare === 'equals' && isOnPeople(predicate)
}

const isOnPeople = (predicate: Predicate): boolean =>
  predicate.type === 'compare' && isPlain(predicate) && indexed.has(predicate.operand.column)
