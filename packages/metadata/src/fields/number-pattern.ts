import type { Numbering } from './field-type.ts'

const place = /\{(YYYY|YY|MM|DD|0+)\}/g

/**
 * `Q-{YYYY}-{0000}` taken apart. The finest date in the pattern is the period that has a count of its own: without
 * one there is a single count. A count that outgrows its zeros becomes longer. A pattern without a number gets one.
 */
export const numberingOf = (pattern: string): Numbering => {
  const whole = /\{0+\}/.test(pattern) ? pattern : `${pattern}{0}`
  const digits = periodDigits(whole)
  return {
    period: (day) => day.slice(0, digits),
    format: (counter, day) => whole.replace(place, (_text, name: string) => partOf(name, counter, day)),
  }
}

const periodDigits = (pattern: string): number => {
  if (pattern.includes('{DD}')) return 'YYYY-MM-DD'.length
  if (pattern.includes('{MM}')) return 'YYYY-MM'.length
  return /\{YY(YY)?\}/.test(pattern) ? 'YYYY'.length : 0
}

const partOf = (name: string, counter: number, day: string): string => {
  switch (name) {
    case 'YYYY':
      return day.slice(0, 4)
    case 'YY':
      return day.slice(2, 4)
    case 'MM':
      return day.slice(5, 7)
    case 'DD':
      return day.slice(8, 10)
    default:
      return String(counter).padStart(name.length, '0')
  }
}
