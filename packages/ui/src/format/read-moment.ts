import { readDay, type DayReading } from './read-day.ts'
import { wallTimeOf, type WallTime } from './wall-clock.ts'

interface MomentReading extends DayReading {
  readonly timeZone: string
}

/**
 * A day and a time as people type them: `22/11 10:30`, `22/11/2026 10h`, `11/22/2026 10:30 PM`, `2026-11-22T10:30`.
 * A time alone is that of today, a day alone begins at midnight; anything else gives null.
 */
export const readMoment = (typed: string, reading: MomentReading): WallTime | null => {
  const text = typed.trim()
  if (withZone.test(text)) return Number.isNaN(Date.parse(text)) ? null : wallTimeOf(text, reading.timeZone)
  const { before, time, isClock } = clockIn(text)
  // "22/11 9" is a day and an hour, "9" alone is nothing yet.
  const today = isClock ? reading.today : null
  const day = before === '' ? today : readDay(before, reading)
  if (day !== null && time !== undefined) return `${day}T${time}`
  const whole = readDay(text, reading)
  return whole === null ? null : `${whole}T00:00:00`
}

const withZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/

/** At the end: `10:30`, `10:30:00`, `10h`, `10h30`, `10 am`, `10:30 p. m.` */
const clock = /(?:^|[\s,T]+)(\d{1,2})(?:[:h](\d{2})(?::\d{2}(?:\.\d+)?)?|h)?(?:\s*([ap])\.?\s*m\.?)?$/i

interface Clock {
  /** What stands before the time. */
  readonly before: string
  readonly time: string | undefined
  /** Written so that it can be nothing but a time. */
  readonly isClock: boolean
}

const clockIn = (text: string): Clock => {
  const [said = '', hour, minute = '', half = ''] = clock.exec(text) ?? []
  return {
    before: text.slice(0, text.length - said.length),
    time: hour === undefined ? undefined : timeOf(Number(hour), Number(minute), half.toLowerCase()),
    isClock: minute !== '' || half !== '' || /h$/i.test(said),
  }
}

const timeOf = (hour: number, minute: number, half: string): string | undefined => {
  const isPossible = half === '' ? hour <= 23 : hour >= 1 && hour <= 12
  if (!isPossible || minute > 59) return undefined
  const full = half === '' ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`
}
