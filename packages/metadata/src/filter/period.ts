import type { Text } from '../language.ts'
import { addDays, addUnits, type CalendarUnit, startOf } from './date-arithmetic.ts'
import type { FilterContext } from './filter-context.ts'
import { dateInZone } from './zone.ts'

/** Calendar dates from `from` up to, not including, `before`; an open end is null. */
export interface DateSpan {
  readonly from: string | null
  readonly before: string | null
}

/** A named period as the operator `within` takes it; it moves with the day. */
export interface Period {
  readonly name: string
  readonly label: Text
  readonly span: (today: string, firstDayOfWeek: number) => DateSpan
}

const whole =
  (unit: CalendarUnit, move: number): Period['span'] =>
  (today, firstDayOfWeek) => {
    const from = addUnits(startOf(unit, today, firstDayOfWeek), move, unit)
    return { from, before: addUnits(from, 1, unit) }
  }

/** The given number of days, today included. */
const lastDays =
  (count: number): Period['span'] =>
  (today) => ({ from: addDays(today, 1 - count), before: addDays(today, 1) })

const nextDays =
  (count: number): Period['span'] =>
  (today) => ({ from: today, before: addDays(today, count) })

/** Offered by name; `last45Days` and `next10Days` work with any number up to 9999. */
export const periods: readonly Period[] = [
  { name: 'today', label: { en: 'Today', es: 'Hoy' }, span: whole('day', 0) },
  { name: 'yesterday', label: { en: 'Yesterday', es: 'Ayer' }, span: whole('day', -1) },
  { name: 'tomorrow', label: { en: 'Tomorrow', es: 'Mañana' }, span: whole('day', 1) },
  { name: 'thisWeek', label: { en: 'This week', es: 'Esta semana' }, span: whole('week', 0) },
  { name: 'lastWeek', label: { en: 'Last week', es: 'La semana pasada' }, span: whole('week', -1) },
  { name: 'nextWeek', label: { en: 'Next week', es: 'La semana que viene' }, span: whole('week', 1) },
  { name: 'thisMonth', label: { en: 'This month', es: 'Este mes' }, span: whole('month', 0) },
  { name: 'lastMonth', label: { en: 'Last month', es: 'El mes pasado' }, span: whole('month', -1) },
  { name: 'nextMonth', label: { en: 'Next month', es: 'El mes que viene' }, span: whole('month', 1) },
  { name: 'thisQuarter', label: { en: 'This quarter', es: 'Este trimestre' }, span: whole('quarter', 0) },
  { name: 'lastQuarter', label: { en: 'Last quarter', es: 'El trimestre pasado' }, span: whole('quarter', -1) },
  { name: 'nextQuarter', label: { en: 'Next quarter', es: 'El trimestre que viene' }, span: whole('quarter', 1) },
  { name: 'thisYear', label: { en: 'This year', es: 'Este año' }, span: whole('year', 0) },
  { name: 'lastYear', label: { en: 'Last year', es: 'El año pasado' }, span: whole('year', -1) },
  { name: 'nextYear', label: { en: 'Next year', es: 'El año que viene' }, span: whole('year', 1) },
  { name: 'last7Days', label: { en: 'Last 7 days', es: 'Últimos 7 días' }, span: lastDays(7) },
  { name: 'last30Days', label: { en: 'Last 30 days', es: 'Últimos 30 días' }, span: lastDays(30) },
  { name: 'last90Days', label: { en: 'Last 90 days', es: 'Últimos 90 días' }, span: lastDays(90) },
  { name: 'next7Days', label: { en: 'Next 7 days', es: 'Próximos 7 días' }, span: nextDays(7) },
  { name: 'next30Days', label: { en: 'Next 30 days', es: 'Próximos 30 días' }, span: nextDays(30) },
  { name: 'next90Days', label: { en: 'Next 90 days', es: 'Próximos 90 días' }, span: nextDays(90) },
  { name: 'past', label: { en: 'Before today', es: 'Antes de hoy' }, span: (today) => ({ from: null, before: today }) },
  {
    name: 'future',
    label: { en: 'After today', es: 'Después de hoy' },
    span: (today) => ({ from: addDays(today, 1), before: null }),
  },
]

const counted = /^(last|next)([1-9]\d{0,3})Days$/

/** The period of that name, or undefined. */
export const periodNamed = (name: string): Period | undefined => {
  const known = periods.find((period) => period.name === name)
  const [, way, count] = counted.exec(name) ?? []
  if (known !== undefined || count === undefined) return known
  return way === 'last'
    ? { name, label: { en: `Last ${count} days`, es: `Últimos ${count} días` }, span: lastDays(Number(count)) }
    : { name, label: { en: `Next ${count} days`, es: `Próximos ${count} días` }, span: nextDays(Number(count)) }
}

export const spanOf = (period: Period, context: FilterContext): DateSpan =>
  period.span(dateInZone(context.now, context.timeZone), context.firstDayOfWeek)
