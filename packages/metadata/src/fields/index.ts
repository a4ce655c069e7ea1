import type { JsonObject } from '../json.ts'
import { boolean } from './boolean.ts'
import { date } from './date.ts'
import type { FieldType } from './field-type.ts'
import { integer } from './integer.ts'
import { link } from './link.ts'
import { money } from './money.ts'
import { select } from './select.ts'
import { text } from './text.ts'

/** Every kind of field, in the order of the palette. A new kind is one file and one line here. */
const list: readonly FieldType[] = [text, integer, money, boolean, date, select, link]

/** The kinds by name, as `x-field` writes it. */
export const fieldTypes: ReadonlyMap<string, FieldType> = new Map(list.map((type) => [type.kind, type]))

/** The kind that fits a plain property schema best; whatever fits no other is a text. */
export const recogniseFieldType = (schema: JsonObject): FieldType =>
  list.reduce((best, type) => (type.recognise(schema) > best.recognise(schema) ? type : best), text)
