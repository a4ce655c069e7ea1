import { dayText, isDate, pad } from './calendar.ts'

/** A point in time to the microsecond. */
export interface Instant {
  /** Whole seconds since 1970 in UTC. */
  readonly seconds: number
  readonly micros: number
}

const form = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)? ?([Zz]|[+-]\d{2}(?::?\d{2})?)$/

/** Reads ISO 8601 with an offset, and PostgreSQL's own writing of it; undefined for what is no such time. */
export const instantFrom = (text: string): Instant | undefined => {
  const match = form.exec(text)
  const clock = clockIn(match?.slice(1, 7) ?? [])
  const offset = offsetFrom(match?.[8] ?? '')
  if (clock === undefined || offset === undefined) return undefined
  const seconds = utc(clock) - offset * 60
  return isInYears(seconds) ? { seconds, micros: Number((match?.[7] ?? '').slice(0, 6).padEnd(6, '0')) } : undefined
}

const clockIn = (parts: readonly (string | undefined)[]): Clock | undefined => {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0))
  return isDate(year, month, date) && hour < 24 && minute < 60 && second < 60
    ? { year, month, date, hour, minute, second }
    : undefined
}

/** The canonical form on the wire: UTC with `Z`; a fraction of three or six digits where there is one. */
export const instantText = ({ seconds, micros }: Instant): string => {
  const { year, month, date, hour, minute, second } = clockOf(seconds)
  return `${dayText(year, month, date)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fractionText(micros)}Z`
}

export const fractionText = (micros: number): string =>
  micros === 0 ? '' : `.${micros % 1000 === 0 ? pad(micros / 1000, 3) : pad(micros, 6)}`

export interface Clock {
  readonly year: number
  readonly month: number
  readonly date: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Seconds since 1970 of a clock that shows UTC. */
export const utc = ({ year, month, date, hour, minute, second }: Clock): number => {
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, date)
  time.setUTCHours(hour, minute, second)
  return time.getTime() / 1000
}

export const clockOf = (seconds: number): Clock => {
  const time = new Date(seconds * 1000)
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    date: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
  }
}

const isInYears = (seconds: number): boolean => {
  const { year } = clockOf(seconds)
  return year >= 1 && year <= 9999
}

/** Minutes east of UTC. */
const offsetFrom = (text: string): number | undefined => {
  if (text === 'Z' || text === 'z') return 0
  const hours = text === '' ? 24 : Number(text.slice(1, 3))
  const minutes = Number(text.slice(3).replace(':', ''))
  if (hours > 23 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
