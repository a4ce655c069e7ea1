/** Chance that always falls the same way: the same seed gives the same history. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Different members of the list, at most `count`. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[]
  readonly weighted: <T>(choices: readonly (readonly [T, number])[]) => T
  /** A positive number with the given median; most lie between half and double of it. */
  readonly spread: (median: number) => number
}

export const randomFrom = (seed: string): Random => {
  const next = mulberry(hash(seed))
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => at(list, between(0, list.length - 1))
  const some = <T>(list: readonly T[], count: number): readonly T[] =>
    list
      .map((value) => ({ value, place: next() }))
      .toSorted((a, b) => a.place - b.place)
      .slice(0, count)
      .map(({ value }) => value)
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    const found = choices.find(([, weight]) => {
      left -= weight
      return left < 0
    })
    return (found ?? at(choices, choices.length - 1))[0]
  }
  const spread = (median: number): number => median * Math.exp((next() + next() + next() - 1.5) * 0.95)
  return { next, between, chance: (probability) => next() < probability, pick, some, weighted, spread }
}

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index]
  if (value === undefined) throw new Error('Nothing to choose from: the list is empty.')
  return value
}

const hash = (text: string): number => {
  let value = 2166136261
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 16777619)
  return value >>> 0
}

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, good enough to invent people. */
const mulberry = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
