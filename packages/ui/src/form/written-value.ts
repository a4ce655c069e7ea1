import { isList, isObject, sameJson, type Json, type JsonObject } from '@telar/metadata'

/** A value as it is sent: a link or person that was read as `{id, label}` is written as its id. */
export const writtenValue = (value: Json): Json => {
  if (isList(value)) return value.map(writtenValue)
  if (!isObject(value)) return value
  if (typeof value['id'] === 'string' && 'label' in value && Object.keys(value).length === 2) return value['id']
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, writtenValue(part)]))
}

export const writtenRecord = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writtenValue(value)]))

/** Only what was changed, as it is sent; what was emptied is null. */
export const changesOf = (before: JsonObject, after: JsonObject): JsonObject => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter(
    (name) => !sameJson(writtenValue(before[name] ?? null), writtenValue(after[name] ?? null)),
  )
  return Object.fromEntries(changed.map((name) => [name, writtenValue(after[name] ?? null)]))
}

/** A new record without what was left empty. */
export const filledValues = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(writtenRecord(values)).filter(([, value]) => value !== null))

/** The changed fields with their values as they were read, labels included: for showing, merging and undoing. */
export const pickChanged = (before: JsonObject, after: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(changesOf(before, after)).map((name) => [name, after[name] ?? null]))
