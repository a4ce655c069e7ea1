import { isList, isObject } from '../json.ts'

export const deepestFilter = 16
export const longestFilter = 200

export interface FilterSize {
  readonly depth: number
  readonly terms: number
}

/** Levels and conditions of a filter; stops counting one beyond the limits, whatever it is given. */
export const sizeOf = (filter: unknown, level = 1): FilterSize => {
  if (level > deepestFilter || !isObject(filter)) return { depth: level, terms: 1 }
  const inner = ['all', 'any', 'not', 'where'].flatMap((key) => {
    const value = filter[key]
    return value === undefined ? [] : isList(value) ? value.slice(0, longestFilter + 1) : [value]
  })
  const own = inner.length === 0 || 'some' in filter || 'none' in filter ? 1 : 0
  return inner.reduce<FilterSize>(
    (size, child) => {
      if (size.terms > longestFilter) return size
      const found = sizeOf(child, level + 1)
      return { depth: Math.max(size.depth, found.depth), terms: size.terms + found.terms }
    },
    { depth: level, terms: own },
  )
}
