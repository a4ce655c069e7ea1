import { address } from './address.tsx'
import { autoNumber } from './auto-number.tsx'
import { boolean } from './boolean.tsx'
import { compositeList } from './composite-list.tsx'
import { composite } from './composite.tsx'
import { dateTime } from './date-time.tsx'
import { date } from './date.tsx'
import { decimal, percent } from './decimal.tsx'
import { json } from './json.tsx'
import { link } from './link.tsx'
import { links } from './links.tsx'
import { money } from './money.tsx'
import { multiSelect } from './multi-select.tsx'
import { multiline } from './multiline.tsx'
import { integer, number } from './number.tsx'
import { personName } from './person-name.tsx'
import { select } from './select.tsx'
import { team } from './team.tsx'
import { email, phone, text, url } from './text-widget.tsx'
import { user } from './user.tsx'
import type { Widgets } from './widgets-context.ts'

/** Every editor; a name that field types may ask for and that is missing here does not compile. */
export const widgets = {
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
} satisfies Widgets
