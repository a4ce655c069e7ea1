import type { JsonObject } from '../json.ts'
import { address } from './address.ts'
import { autoNumber } from './auto-number.ts'
import { boolean } from './boolean.ts'
import { compositeList } from './composite-list.ts'
import { composite } from './composite.ts'
import { dateTime } from './date-time.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { email } from './email.ts'
import type { FieldType } from './field-type.ts'
import { integer } from './integer.ts'
import { json } from './json.ts'
import { link } from './link.ts'
import { links } from './links.ts'
import { money } from './money.ts'
import { multiSelect } from './multi-select.ts'
import { multiline } from './multiline.ts'
import { number } from './number.ts'
import { percent } from './percent.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { select } from './select.ts'
import { team } from './team.ts'
import { text } from './text.ts'
import { url } from './url.ts'
import { user } from './user.ts'
import { uuid } from './uuid.ts'

/** Every kind of field, in the order of the palette. A new kind is one file and one line here. */
const list: readonly FieldType[] = [
  text,
  multiline,
  email,
  phone,
  url,
  address,
  uuid,
  integer,
  number,
  decimal,
  money,
  percent,
  autoNumber,
  date,
  dateTime,
  boolean,
  select,
  multiSelect,
  link,
  links,
  user,
  team,
  personName,
  composite,
  compositeList,
  json,
]

/** The kinds by name, as `x-field` writes it. */
export const fieldTypes: ReadonlyMap<string, FieldType> = new Map(list.map((type) => [type.kind, type]))

/** The kind that fits a plain property schema best; what fits no other is free data. */
export const recogniseFieldType = (schema: JsonObject): FieldType =>
  list.reduce((best, type) => (type.recognise(schema) > best.recognise(schema) ? type : best), json)
