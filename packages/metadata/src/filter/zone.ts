/** Between instants and the clock on the wall of a time zone (IANA name), daylight saving included. */

/** The wall clock at an instant, as `2026-07-31T14:05:09.123`. */
export const wallClock = (instant: string, zone: string): string => {
  const millis = Date.parse(instant)
  return new Date(millis + offsetAt(millis, zone)).toISOString().slice(0, -1)
}

export const dateInZone = (instant: string, zone: string): string => wallClock(instant, zone).slice(0, 10)

/** The first instant of a calendar date; the change of clocks itself when midnight does not exist. */
export const startOfDay = (date: string, zone: string): string => instantAt(`${date}T00:00:00`, zone)

/** The first instant at which the wall clock shows that time; one that is skipped means as much after the change. */
export const instantAt = (wall: string, zone: string): string => {
  const shown = Date.parse(`${wall}Z`)
  const before = offsetAt(shown - dayLength, zone)
  const after = offsetAt(shown + dayLength, zone)
  const fits = [shown - before, shown - after].filter((millis) => millis + offsetAt(millis, zone) === shown)
  return instantText(fits.length === 0 ? shown - before : Math.min(...fits))
}

/** ISO 8601 in UTC, held within the years 1 and 9999 that the database and the form of the text allow. */
export const instantText = (millis: number): string => new Date(Math.min(Math.max(millis, first), last)).toISOString()

const first = Date.parse('0001-01-01T00:00:00Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

const dayLength = 86_400_000

/** Milliseconds by which the wall clock is ahead of UTC. */
export const offsetAt = (millis: number, zone: string): number => {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(millis)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  const shown = new Date(0)
  shown.setUTCFullYear(year, part('month') - 1, part('day'))
  shown.setUTCHours(part('hour'), part('minute'), part('second'))
  return shown.getTime() - Math.floor(millis / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one is slow and there are only a few hundred zones: they are kept. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}
