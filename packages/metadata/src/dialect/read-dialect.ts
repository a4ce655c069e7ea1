import { problem, warning, type Issue } from '../issue/issue.ts'
import { isList, type JsonObject } from '../json.ts'
import { isWordOf, subschemasOf, wordOf, type Dialect } from './words.ts'

export const currentDialect = 'https://json-schema.org/draft/2020-12/schema'

export interface DialectReading {
  readonly dialect: Dialect
  readonly issues: readonly Issue[]
}

/**
 * Which draft a document is written in. `$schema` tells it. Without one it is 2020-12, unless it has words that only
 * older drafts know (`definitions`, `dependencies`, `additionalItems`, a list as `items`) and none of the newer ones.
 */
export const readDialect = (document: JsonObject): DialectReading => {
  const written = document['$schema']
  if (written === undefined) return { dialect: guess(document), issues: [] }
  const dialect = typeof written === 'string' ? fromUri(written) : undefined
  if (dialect === 'draft-04')
    return { dialect: 'draft-07', issues: [problem('SCHEMA_TOO_OLD', { pointer: '/$schema', params: { written } })] }
  if (dialect === 'draft-06')
    return { dialect: 'draft-07', issues: [warning('SCHEMA_READ_AS_DRAFT07', { pointer: '/$schema' })] }
  if (dialect !== undefined) return { dialect, issues: [] }
  return { dialect: guess(document), issues: [problem('SCHEMA_UNKNOWN', { pointer: '/$schema', params: { written } })] }
}

const byName: Readonly<Record<string, Dialect | 'draft-06' | 'draft-04'>> = {
  'draft-01': 'draft-04',
  'draft-02': 'draft-04',
  'draft-03': 'draft-04',
  'draft-04': 'draft-04',
  'draft-05': 'draft-04',
  'draft-06': 'draft-06',
  'draft-07': 'draft-07',
  'draft/2019-09': '2019-09',
  'draft/2020-12': '2020-12',
}

/** The draft that a `$schema` names; undefined for a vocabulary of its own. */
export const fromUri = (uri: string): Dialect | 'draft-06' | 'draft-04' | undefined => {
  const name = /^https?:\/\/json-schema\.org\/(?:(.+)\/)?schema#?$/.exec(uri.trim())
  if (name === null) return undefined
  const draft = name[1]?.replace(/\/hyper-?$/, '') ?? 'draft/2020-12'
  return Object.hasOwn(byName, draft) ? byName[draft] : undefined
}

const guess = (document: JsonObject): Dialect => {
  const seen = { older: false, newer: false }
  lookAt(document, seen)
  return seen.older && !seen.newer ? 'draft-07' : '2020-12'
}

const olderWords = ['definitions', 'dependencies', 'additionalItems']

const lookAt = (schema: JsonObject, seen: { older: boolean; newer: boolean }): void => {
  if (olderWords.some((word) => Object.hasOwn(schema, word)) || isList(schema['items'])) seen.older = true
  if (Object.keys(schema).some(isNewer)) seen.newer = true
  for (const { schema: child } of subschemasOf(schema)) if (typeof child === 'object') lookAt(child, seen)
}

const isNewer = (name: string): boolean => {
  const known = wordOf(name)
  return name === '$defs' || (known !== undefined && !isWordOf(known, 'draft-07'))
}
