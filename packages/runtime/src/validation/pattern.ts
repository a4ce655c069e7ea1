import { translatePattern } from '@telar/metadata'
import { RE2JS } from 're2js'

/** A compiled pattern as AJV uses one. */
export interface Pattern {
  readonly test: (text: string) => boolean
  readonly toString: () => string
}

/**
 * A pattern that answers in time proportional to the text. One that cannot be run accepts every text: its author was
 * told by pointer when the document came in. The automaton is made at the first text, for most are never asked.
 */
export const linearPattern = (pattern: string): Pattern => {
  let engine: RE2JS | undefined | 'unmade' = 'unmade'
  return {
    test: (text) => {
      if (engine === 'unmade') engine = engineFor(pattern)
      return engine === undefined || engine.test(text)
    },
    toString: () => pattern,
  }
}

const engineFor = (pattern: string): RE2JS | undefined => {
  const translation = translatePattern(pattern)
  return 'source' in translation ? compiled(translation.source) : undefined
}

const compiled = (source: string): RE2JS | undefined => {
  try {
    return RE2JS.compile(source)
  } catch {
    return undefined
  }
}
