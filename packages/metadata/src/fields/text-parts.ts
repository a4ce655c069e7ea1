import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Cells } from './field-type.ts'
import { isStorableText } from './storable.ts'

/** The part that holds all others as one text: what filters, groups and search see of the value as a whole. */
export const wholePart = 'full'

/** A value made of a few texts, none of them required. */
export const textPartsSchema = (parts: readonly string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(parts.map((part) => [part, { type: 'string', maxLength: 255 }])),
  minProperties: 1,
  additionalProperties: false,
})

/** Spaces folded, empty parts left out, nothing at all is null. What is no text stays for the schema to refuse. */
export const normaliseTextParts = (value: Json): Json => {
  if (!isObject(value)) return value
  const entries = Object.entries(value)
    .map(([part, text]): readonly [string, Json] => [
      part,
      typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : text,
    ])
    .filter(([, text]) => text !== '' && text !== null)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

export const storeTextParts = (value: Json, parts: readonly string[], whole: (value: JsonObject) => string): Cells => {
  const object = isObject(value) ? value : {}
  return {
    [wholePart]: whole(object),
    ...Object.fromEntries(parts.map((part) => [part, textIn(object, part) ?? null])),
  }
}

export const readTextParts = (cells: Cells, parts: readonly string[]): Json => {
  const entries = parts.map((part) => [part, cells[part] ?? null] as const).filter(([, cell]) => cell !== null)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

export const textIn = (value: JsonObject, part: string): string | undefined => {
  const text = value[part]
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A piece of text, or the text of a value of the same form. */
export const textPartOperand = (
  value: Json,
  part: string,
  whole: (value: JsonObject) => string,
): string | undefined => {
  const text = isObject(value) ? (part === wholePart ? whole(value) : textIn(value, part)) : value
  return typeof text === 'string' && isStorableText(text) ? text.trim() : undefined
}
