/** Calendar dates as `2026-07-31`, without clock and zone. Results stay within the years 1 and 9999. */

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

const dayLength = 86_400_000
const firstDate = '0001-01-01'
const lastDate = '9999-12-31'

export const addDays = (date: string, days: number): string => dateOf(millisOf(date) + days * dayLength)

/** The same day of another month, or its last day when it is shorter. */
export const addMonths = (date: string, months: number): string => {
  const [year, month, day] = numbersOf(date)
  const count = year * 12 + (month - 1) + months
  if (count < 12) return firstDate
  if (count >= 120_000) return lastDate
  const first = textOf(Math.floor(count / 12), (count % 12) + 1, 1)
  return addDays(first, Math.min(day, daysInMonth(first)) - 1)
}

export const addUnits = (date: string, count: number, unit: CalendarUnit): string => {
  switch (unit) {
    case 'day':
      return addDays(date, count)
    case 'week':
      return addDays(date, count * 7)
    case 'month':
      return addMonths(date, count)
    case 'quarter':
      return addMonths(date, count * 3)
    case 'year':
      return addMonths(date, count * 12)
  }
}

/** First day of the unit that holds the date; `firstDayOfWeek` counts from 0 = Sunday. */
export const startOf = (unit: CalendarUnit, date: string, firstDayOfWeek: number): string => {
  const [year, month] = numbersOf(date)
  switch (unit) {
    case 'day':
      return date
    case 'week':
      return addDays(date, -((new Date(millisOf(date)).getUTCDay() - firstDayOfWeek + 7) % 7))
    case 'month':
      return textOf(year, month, 1)
    case 'quarter':
      return textOf(year, month - ((month - 1) % 3), 1)
    case 'year':
      return textOf(year, 1, 1)
  }
}

/** Last day of the unit that holds the date. */
export const endOf = (unit: CalendarUnit, date: string, firstDayOfWeek: number): string => {
  const next = addUnits(startOf(unit, date, firstDayOfWeek), 1, unit)
  return next === lastDate ? lastDate : addDays(next, -1)
}

const daysInMonth = (first: string): number => {
  const [year, month] = numbersOf(first)
  const end = new Date(0)
  end.setUTCFullYear(year, month, 0)
  return end.getUTCDate()
}

const millisOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)

const dateOf = (millis: number): string => {
  if (millis < millisOf(firstDate)) return firstDate
  return millis > millisOf(lastDate) ? lastDate : new Date(millis).toISOString().slice(0, 10)
}

const numbersOf = (date: string): readonly [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

const textOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
