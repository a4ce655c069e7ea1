import { languageFrom } from '../language.ts'
import { dayText, isDate, isDay } from './calendar.ts'
import type { TextContext, TextReading } from './field-type.ts'
import { notUnderstood, understood } from './value-problem.ts'

type Order = 'dayFirst' | 'monthFirst'

/** American English puts the month first; British English and Spanish the day. */
const orderOf = (language: string): Order =>
  languageFrom(language) === 'en' && !/^en-(?!US)/i.test(language) ? 'monthFirst' : 'dayFirst'

const written = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/

/**
 * A date as people write it → `YYYY-MM-DD`. Slashes follow the reader's language. Dots and dashes are how day-first
 * countries write; where the reader is American and both orders make a date, the text is refused as ambiguous.
 */
export const readDateText = (text: string, context: TextContext): TextReading<string> => {
  const trimmed = text.trim()
  if (isDay(trimmed)) return understood(trimmed)
  const match = written.exec(trimmed)
  if (match === null) return notUnderstood('dateText', { text })
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const byDay = dateFrom(year, second, first)
  const byMonth = dateFrom(year, first, second)
  const isUnclear = orderOf(context.language) === 'monthFirst' && match[2] !== '/'
  if (isUnclear && byDay !== undefined && byMonth !== undefined && byDay !== byMonth)
    return notUnderstood('dateAmbiguous', { text, first: byMonth, second: byDay })
  const own = orderOf(context.language) === 'dayFirst' ? byDay : (byMonth ?? (isUnclear ? byDay : undefined))
  return own === undefined ? notUnderstood('dateText', { text }) : understood(own)
}

/** `31/12/2026`, for Americans `12/31/2026`. */
export const writeDateText = (day: string, context: TextContext): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return orderOf(context.language) === 'dayFirst' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`
}

const dateFrom = (year: number, month: number, date: number): string | undefined =>
  isDate(year, month, date) ? dayText(year, month, date) : undefined
