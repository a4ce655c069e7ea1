import type { JsonObject } from '../json.ts'
import { mapSubschemas, wordOf } from './words.ts'

/** A converted schema without the words that refuse nothing: what a validator has to read, and no more. */
export const onlyConstraints = (schema: JsonObject): JsonObject =>
  mapSubschemas(Object.fromEntries(Object.entries(schema).filter(([name]) => isNeeded(name))), (part) =>
    typeof part === 'object' ? onlyConstraints(part) : part,
  )

const isNeeded = (name: string): boolean => name === '$defs' || wordOf(name)?.effect === 'asserts'
