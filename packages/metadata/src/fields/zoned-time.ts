import { type Clock, clockOf, utc } from './instant.ts'

/** What a clock in the zone shows at a moment (seconds since 1970). */
export const clockIn = (zone: string, seconds: number): Clock => {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(new Date(seconds * 1000))
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, date: day, hour, minute, second }
}

/** The moments at which a clock in the zone shows this: none where the hour is skipped, two where it comes twice. */
export const momentsOf = (zone: string, clock: Clock): readonly number[] => {
  const local = utc(clock)
  const offsets = [local - halfDay * 2, local + halfDay * 2].map((moment) => offsetAt(zone, moment))
  return [...new Set(offsets)]
    .map((offset) => local - offset)
    .filter((moment) => utc(clockIn(zone, moment)) === local)
    .toSorted((a, b) => a - b)
}

/** Seconds east of UTC. */
export const offsetAt = (zone: string, seconds: number): number => utc(clockIn(zone, seconds)) - utc(clockOf(seconds))

const halfDay = 12 * 60 * 60

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times as much as using it. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const format = formats.get(zone) ?? makeFormat(zone)
  formats.set(zone, format)
  return format
}

const makeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
