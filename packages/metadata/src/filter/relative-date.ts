import { addUnits, type CalendarUnit, endOf, startOf } from './date-arithmetic.ts'
import type { FilterContext } from './filter-context.ts'
import { dateInZone, instantAt, instantText, wallClock } from './zone.ts'

/** A point in time that a filter names: a whole calendar date, or an instant. */
export type Moment =
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'instant'; readonly instant: string }

/**
 * `today`, `now`, `startOfMonth`, `endOfQuarter`…, each alone or moved (`startOfMonth-1m`), or a move alone: `-30d`,
 * `+2w` from today, `-4h` from now. Units: h d w m q y.
 */
export interface RelativeDate {
  readonly anchor: Anchor
  readonly count: number
  readonly unit: CalendarUnit | 'hour'
}

type Anchor =
  | { readonly type: 'now' }
  | { readonly type: 'today' }
  | { readonly type: 'start' | 'end'; readonly unit: CalendarUnit }

const form = /^(now|today|(?:start|end)Of(?:Day|Week|Month|Quarter|Year))?(?:([+-]\d{1,4})([hdwmqy]))?$/

const moves: Readonly<Record<string, RelativeDate['unit']>> = {
  h: 'hour',
  d: 'day',
  w: 'week',
  m: 'month',
  q: 'quarter',
  y: 'year',
}

const edges: Readonly<Record<string, CalendarUnit>> = {
  Day: 'day',
  Week: 'week',
  Month: 'month',
  Quarter: 'quarter',
  Year: 'year',
}

/** The relative date that the text says, or undefined. */
export const parseRelativeDate = (text: string): RelativeDate | undefined => {
  const found = text === '' ? null : form.exec(text)
  if (found === null) return undefined
  const [, name, count = '0', letter = 'd'] = found
  const unit = moves[letter] ?? 'day'
  const anchor = anchorOf(name ?? (unit === 'hour' ? 'now' : 'today'))
  return unit === 'hour' && anchor.type !== 'now' ? undefined : { anchor, count: Number(count), unit }
}

const anchorOf = (name: string): Anchor => {
  if (name === 'now' || name === 'today') return { type: name }
  const [edge, unit = ''] = name.split('Of')
  return { type: edge === 'end' ? 'end' : 'start', unit: edges[unit] ?? 'day' }
}

/** What a relative date means for the person and the moment of the context. */
export const resolveRelativeDate = ({ anchor, count, unit }: RelativeDate, context: FilterContext): Moment => {
  if (unit === 'hour') return { type: 'instant', instant: hoursFrom(context.now, count) }
  if (anchor.type === 'now') return { type: 'instant', instant: moveInstant(context, count, unit) }
  const today = dateInZone(context.now, context.timeZone)
  if (anchor.type === 'today') return { type: 'date', date: addUnits(today, count, unit) }
  const week = context.firstDayOfWeek
  if (anchor.type === 'start') return { type: 'date', date: addUnits(startOf(anchor.unit, today, week), count, unit) }
  const moved = addUnits(endOf(anchor.unit, today, week), count, unit)
  return { type: 'date', date: isMonths(anchor.unit) && isMonths(unit) ? endOf('month', moved, week) : moved }
}

const hoursFrom = (now: string, hours: number): string => instantText(Date.parse(now) + hours * 3_600_000)

/** The last day of a month, moved by months, is a last day again: the 28th of February, then the 31st of March. */
const isMonths = (unit: CalendarUnit): boolean => unit !== 'day' && unit !== 'week'

/** A day later is the same time on the wall, also across a change of clocks. */
const moveInstant = ({ now, timeZone }: FilterContext, count: number, unit: CalendarUnit): string => {
  if (count === 0) return hoursFrom(now, 0)
  const wall = wallClock(now, timeZone)
  return instantAt(`${addUnits(wall.slice(0, 10), count, unit)}${wall.slice(10)}`, timeZone)
}
