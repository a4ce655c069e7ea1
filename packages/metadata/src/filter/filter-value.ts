import { isDay } from '../fields/calendar.ts'
import type { Field } from '../fields/field-type.ts'
import { instantFrom } from '../fields/instant.ts'
import { isStorableText } from '../fields/storable.ts'
import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import type { FilterValue, Operator } from '../operators/operator.ts'
import { addDays } from './date-arithmetic.ts'
import { shown } from './field-path.ts'
import type { FilterContext } from './filter-context.ts'
import { periodNamed, periods, spanOf } from './period.ts'
import type { Operand } from './predicate.ts'
import { type Moment, parseRelativeDate, resolveRelativeDate } from './relative-date.ts'
import { dateInZone, instantText, startOfDay } from './zone.ts'

/** What a value is compared with, and how. */
export interface ValuePlace {
  readonly field: Field
  readonly part: string
  readonly operand: Operand
  readonly reads: Operator['reads']
  readonly context: FilterContext
  /** What `{"user": …}` may name besides the person and the teams. */
  readonly userAttributes: ReadonlySet<string>
}

export type BoundValue =
  | { readonly ok: true; readonly value: FilterValue }
  | { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, Json>> }

/** One written value → what the column is compared with; relative values become constants. */
export const bindValue = (value: Json, place: ValuePlace): BoundValue => {
  const { operand, reads, context } = place
  const relative = isRelative(value)
  if (relative?.type === 'user') return userValue(relative.name, place)
  const moment = relative === undefined ? calendarMoment(value, place) : undefined
  if (relative !== undefined) return relativeMoment(relative.name, place)
  if (moment !== undefined) return cellOrSpan(momentValue(moment, operand, { reads, context }))
  return reads === 'text' ? textValue(value, place) : fieldValue(value, place)
}

/** The name of a period → its span in the time zone of the context. */
export const bindPeriod = (value: Json, { operand, context, field }: ValuePlace): BoundValue => {
  if (!isTime(operand)) return refused('FILTER_DATE_MISPLACED', { field: field.name })
  const period = typeof value === 'string' ? periodNamed(value) : undefined
  if (period === undefined)
    return refused('FILTER_PERIOD_UNKNOWN', { value: shown(value), known: periods.map(({ name }) => name) })
  const { from, before } = spanOf(period, context)
  const edge = (date: string | null): string | null =>
    date === null || operand.primitive === 'date' ? date : startOfDay(date, context.timeZone)
  return cellOrSpan({ type: 'span', from: edge(from), before: edge(before) })
}

const isRelative = (value: Json): { readonly type: 'date' | 'user'; readonly name: Json } | undefined => {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined
  const { date, user } = value
  if (date !== undefined) return { type: 'date', name: date }
  return user === undefined ? undefined : { type: 'user', name: user }
}

const userValue = (name: Json, place: ValuePlace): BoundValue => {
  const { operand, context, field, userAttributes } = place
  if (typeof name === 'string' && userAttributes.has(name)) return attributeValue(name, place)
  if (name !== 'id')
    return refused('FILTER_USER_UNKNOWN', { value: shown(name), known: ['id', 'teams', ...userAttributes] })
  return operand.primitive === 'uuid' ? cell(context.user.id) : refused('FILTER_USER_MISPLACED', { field: field.name })
}

/** What is not known of the caller, or is no value of the field, equals nothing. */
const attributeValue = (name: string, place: ValuePlace): BoundValue => {
  const value = place.context.user.attributes?.[name]
  if (value === undefined || value === '') return cell(null)
  const bound = place.reads === 'text' ? textValue(value, place) : fieldValue(value, place)
  return bound.ok ? bound : cell(null)
}

/** Whether a value is the list of the caller's teams, which stands where a list of values does. */
export const isTeams = (value: Json): boolean => {
  const relative = isRelative(value)
  return relative?.type === 'user' && relative.name === 'teams'
}

/** The caller's teams as the values of a list. */
export const bindTeams = ({ operand, context, field }: ValuePlace): readonly BoundValue[] =>
  operand.primitive === 'uuid'
    ? (context.user.teams ?? []).map((team) => cell(team))
    : [refused('FILTER_USER_MISPLACED', { field: field.name })]

const relativeMoment = (name: Json, { operand, reads, context, field }: ValuePlace): BoundValue => {
  const date = typeof name === 'string' ? parseRelativeDate(name) : undefined
  if (date === undefined) return refused('FILTER_DATE_UNKNOWN', { value: shown(name) })
  if (!isTime(operand)) return refused('FILTER_DATE_MISPLACED', { field: field.name })
  return cellOrSpan(momentValue(resolveRelativeDate(date, context), operand, { reads, context }))
}

/** A constant that stands for a whole day of an instant; all other constants are read by the field's type. */
const calendarMoment = (value: Json, { operand, reads }: ValuePlace): Moment | undefined => {
  if (typeof value !== 'string' || operand.primitive !== 'timestamp') return undefined
  if (isDay(value)) return { type: 'date', date: value }
  const instant = reads === 'day' ? instantFrom(value) : undefined
  return instant === undefined ? undefined : { type: 'instant', instant: instantText(instant.seconds * 1000) }
}

const momentValue = (
  moment: Moment,
  operand: Operand,
  { reads, context }: Pick<ValuePlace, 'reads' | 'context'>,
): FilterValue => {
  const zone = context.timeZone
  if (operand.primitive === 'date')
    return { type: 'cell', cell: moment.type === 'date' ? moment.date : dateInZone(moment.instant, zone) }
  if (moment.type === 'instant' && reads !== 'day') return { type: 'cell', cell: moment.instant }
  const date = moment.type === 'date' ? moment.date : dateInZone(moment.instant, zone)
  return { type: 'span', from: startOfDay(date, zone), before: startOfDay(addDays(date, 1), zone) }
}

const textValue = (value: Json, { field }: ValuePlace): BoundValue =>
  typeof value === 'string' && isStorableText(value)
    ? cell(value)
    : refused('FILTER_VALUE_TEXT', { value: shown(value), field: field.name })

/** A cell by the field's own reading; of a list column, one element. */
const fieldValue = (value: Json, { field, part, operand }: ValuePlace): BoundValue => {
  const read = field.type.operand(operand.primitive === 'textList' ? [value] : value, part, field) ?? null
  const bound = operand.primitive === 'textList' && isList(read) ? (read[0] ?? null) : read
  if (bound !== null && !isOptionMissing(bound, field)) return cell(bound)
  return field.options.length > 0
    ? refused('FILTER_OPTION_UNKNOWN', {
        value: shown(value),
        field: field.name,
        known: field.options.map((option) => option.value),
      })
    : refused('FILTER_VALUE', { value: shown(value), field: field.name, type: field.type.kind })
}

const isOptionMissing = (bound: Json, { options }: Field): boolean =>
  options.length > 0 && !options.some((option) => String(option.value) === bound)

const isTime = (operand: Operand): boolean => operand.primitive === 'date' || operand.primitive === 'timestamp'

const cell = (value: Json): BoundValue => ({ ok: true, value: { type: 'cell', cell: value } })

const cellOrSpan = (value: FilterValue): BoundValue => ({ ok: true, value })

const refused = (code: string, params: JsonObject): BoundValue => ({ ok: false, code, params })
