import { isObject, type Json } from '@telar/metadata'

/** How the builder says a day: a fixed one, a number of days away, or a named one that moves with the calendar. */
export type DayChoice =
  | { readonly type: 'fixed'; readonly day: string | null }
  | { readonly type: 'ago' | 'ahead'; readonly days: number }
  | { readonly type: 'named'; readonly name: string }

export const namedDays = [
  'today',
  'startOfWeek',
  'endOfWeek',
  'startOfMonth',
  'endOfMonth',
  'startOfQuarter',
  'endOfQuarter',
  'startOfYear',
  'endOfYear',
] as const

export const dayChoiceOf = (value: Json): DayChoice => {
  const relative = isObject(value) ? value['date'] : undefined
  if (typeof relative !== 'string') return { type: 'fixed', day: typeof value === 'string' ? value : null }
  const [, sign, days] = /^([+-])(\d{1,4})d$/.exec(relative) ?? []
  if (sign === undefined) return { type: 'named', name: relative }
  return { type: sign === '-' ? 'ago' : 'ahead', days: Number(days) }
}

export const valueOfDayChoice = (choice: DayChoice): Json => {
  switch (choice.type) {
    case 'fixed':
      return choice.day
    case 'ago':
      return { date: `-${String(choice.days)}d` }
    case 'ahead':
      return { date: `+${String(choice.days)}d` }
    case 'named':
      return { date: choice.name }
  }
}
