import type { JsonObject } from '../json.ts'
import type { Text } from '../language.ts'

/** One kind of definition document: where it lives, what it may say. */
export interface DocumentKind {
  readonly kind: string
  readonly title: Text
  /** Path below the definition's folder; its one group is the document's name (`modules/(account).json`). */
  readonly path: RegExp
  /** What a path of this kind looks like, for messages. */
  readonly example: string
  /** The word that says the same as the beginning of the name, for a document about something else: `module`, `language`. */
  readonly named?: 'module' | 'language'
  /** 2020-12 schema of the document as written. */
  readonly schema: JsonObject
}

/** Names that become URLs, file names and references. */
export const namePattern = '[a-z][a-z0-9-]{0,59}'

export const stableId = { type: 'string', pattern: '^[a-z]{2}_[a-z2-7]{4,10}$' } as const

export const fieldPath = { type: 'string', minLength: 1, maxLength: 400 } as const

/** A filter is checked against the model by `checkFilter`; here only that it is an object. */
export const filterShape = { type: 'object' } as const
