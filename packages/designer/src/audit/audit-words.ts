import { isObject, type Json, type JsonObject } from '@telar/metadata'

/** What a sentence of the audit may name; people and teams are called what they were called then. */
export interface AuditWords {
  readonly user: string
  readonly team: string
  readonly to: string
  /** With whom a record was shared: a person or a team. */
  readonly with: string
  readonly records: number
  readonly version: string
}

export const wordsIn = (detail: JsonObject, somebody: string): AuditWords => {
  const user = nameIn(detail['user'])
  const team = nameIn(detail['team'])
  return {
    user: user ?? somebody,
    team: team ?? '',
    to: nameIn(detail['to']) ?? somebody,
    with: user ?? team ?? somebody,
    records: typeof detail['records'] === 'number' ? detail['records'] : 0,
    version: typeof detail['version'] === 'number' ? String(detail['version']) : '',
  }
}

const nameIn = (value: Json | undefined): string | undefined =>
  isObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined

export interface AuditChange {
  readonly part: string
  /** Undefined where something is new. */
  readonly before: Json | undefined
  readonly after: Json
}

/** What an act changed, part by part; what stayed as it was is left out. */
export const changesIn = (detail: JsonObject): readonly AuditChange[] => {
  const before = isObject(detail['before']) ? detail['before'] : undefined
  const after = isObject(detail['after']) ? detail['after'] : {}
  return Object.entries(after).flatMap(([part, value]): readonly AuditChange[] => {
    const old = before?.[part]
    if (old === undefined) return isEmpty(value) ? [] : [{ part, before: undefined, after: value }]
    return JSON.stringify(old) === JSON.stringify(value) ? [] : [{ part, before: old, after: value }]
  })
}

/** What everything new has or has not is not worth a line. */
const isEmpty = (value: Json): boolean =>
  value === null ||
  value === true ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0)
