import { isObject, type Json, type JsonObject } from '@telar/metadata'
import type { FieldIssues } from './widget.ts'

export const partOf = (value: Json, part: string): Json => (isObject(value) ? (value[part] ?? null) : null)

/** The value with one part changed; empty parts are left out, and nothing at all is null. */
export const withPart = (value: Json, part: string, next: Json): JsonObject | null => {
  const { [part]: _old, ...rest } = isObject(value) ? value : {}
  const whole: JsonObject = next === null ? rest : { ...rest, [part]: next }
  return Object.values(whole).every((each) => each === null) ? null : whole
}

/** The messages of one part, seen from inside it. */
export const issuesOfPart = (issues: FieldIssues | undefined, part: string): FieldIssues => {
  const prefix = `/${part}`
  const inside = [...(issues ?? [])].flatMap(([pointer, message]): [string, string][] =>
    pointer === prefix || pointer.startsWith(`${prefix}/`) ? [[pointer.slice(prefix.length), message]] : [],
  )
  return new Map(inside)
}
