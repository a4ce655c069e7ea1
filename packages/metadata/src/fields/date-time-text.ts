import { dayText, pad } from './calendar.ts'
import { readDateText, writeDateText } from './date-text.ts'
import type { TextContext, TextReading } from './field-type.ts'
import { clockOf, fractionText, type Instant, instantFrom, instantText } from './instant.ts'
import { notUnderstood, understood } from './value-problem.ts'
import { clockIn, momentsOf, offsetAt } from './zoned-time.ts'

const form = /^(\S+?)(?:,?\s+|T)(\S.*)$/i

const time =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([ap])\.?\s*m\.?)?(?:\s*([+-]\d{2}:\d{2}))?$/i

/** A date and time as people write it, in their own time zone → canonical UTC text. A day alone is its midnight. */
export const readDateTimeText = (text: string, context: TextContext): TextReading => {
  const trimmed = text.trim().slice(0, 60)
  const iso = instantFrom(trimmed)
  if (iso !== undefined) return understood(instantText(iso))
  const [, day = trimmed, rest = '00:00'] = form.exec(trimmed) ?? []
  const date = readDateText(day, context)
  const clock = clockFrom(rest)
  if (!date.ok && date.problem.code !== 'dateText') return date
  if (!date.ok || clock === undefined) return notUnderstood('dateTimeText', { text: trimmed })
  return momentAt(`${date.value}T${clock.time}`, clock.offset, { text: trimmed, context })
}

/** `31/12/2026 18:30`; seconds where they are not zero, the offset where the clock shows that hour twice. */
export const writeDateTimeText = (value: string, context: TextContext): string => {
  const instant = instantFrom(value)
  if (instant === undefined) return ''
  const clock = clockIn(context.timeZone, instant.seconds)
  const twice = momentsOf(context.timeZone, clock).length > 1
  const seconds =
    clock.second === 0 && instant.micros === 0 ? '' : `:${pad(clock.second, 2)}${fractionText(instant.micros)}`
  const time = `${pad(clock.hour, 2)}:${pad(clock.minute, 2)}${seconds}${twice ? ` ${offsetText(instant, context)}` : ''}`
  return `${writeDateText(dayText(clock.year, clock.month, clock.date), context)} ${time}`
}

/** `6:30 p. m.` → `18:30:00.000000`, and the offset if one is written. */
const clockFrom = (text: string): { readonly time: string; readonly offset: string | undefined } | undefined => {
  const [, hours, minutes = '', seconds = '00', fraction = '', half, offset] = time.exec(text) ?? []
  const hour = hourOf(Number(hours), half)
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return { time: `${pad(hour, 2)}:${minutes}:${seconds}.${fraction.padEnd(6, '0')}`, offset }
}

const momentAt = (
  clock: string,
  offset: string | undefined,
  { text, context }: { text: string; context: TextContext },
): TextReading => {
  const shown = instantFrom(`${clock}${offset ?? 'Z'}`)
  if (shown === undefined) return notUnderstood('dateTimeText', { text })
  if (offset !== undefined) return understood(instantText(shown))
  const [seconds, another] = momentsOf(context.timeZone, clockOf(shown.seconds))
  if (seconds === undefined) return notUnderstood('timeSkipped', { text, timeZone: context.timeZone })
  return another === undefined
    ? understood(instantText({ seconds, micros: shown.micros }))
    : notUnderstood('timeTwice', { text, timeZone: context.timeZone })
}

const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour < 24 ? hour : undefined
  if (!(hour >= 1 && hour <= 12)) return undefined
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

const offsetText = ({ seconds }: Instant, { timeZone }: TextContext): string => {
  const minutes = offsetAt(timeZone, seconds) / 60
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`
}
