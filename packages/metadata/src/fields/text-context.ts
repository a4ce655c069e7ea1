import type { TextContext } from './field-type.ts'

/** A reader who sees labels as written and finds no records by name. */
export const textContext = (language: string, timeZone: string): TextContext => ({
  language,
  timeZone,
  say: (_id, written) => written,
  idsOf: () => [],
})
