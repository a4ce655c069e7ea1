import { address } from './address.tsx'
import { autoNumber } from './auto-number.tsx'
import { boolean } from './boolean.tsx'
import { multiSelect, select } from './choices.tsx'
import { compositeList } from './composite-list.tsx'
import { composite } from './composite.tsx'
import { date, dateTime } from './dates.tsx'
import { json } from './json.tsx'
import { multiline } from './multiline.tsx'
import { decimal, integer, money, number, percent } from './numbers.tsx'
import { email, url } from './outward.tsx'
import { personName, user } from './people.tsx'
import { phone } from './phone.tsx'
import { link, links } from './records.tsx'
import { team } from './team.tsx'
import { text } from './text.tsx'
import type { Views } from './view.ts'

/** Every read view; a name that field types may ask for and that is missing here does not compile. */
export const views = {
  text,
  multiline,
  email,
  phone,
  url,
  integer,
  number,
  decimal,
  money,
  percent,
  boolean,
  date,
  dateTime,
  select,
  multiSelect,
  link,
  links,
  user,
  team,
  address,
  personName,
  autoNumber,
  json,
  composite,
  compositeList,
} satisfies Views
