/** `2026-11-21T09:30:00`: the time on the wall of some zone, without saying which. */
export type WallTime = string

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** What a clock in `timeZone` shows at an instant. */
export const wallTimeOf = (instant: string, timeZone: string): WallTime => {
  const parts = partsIn(new Date(instant), timeZone)
  return `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}T${pad(parts.hour)}:${pad(parts.minute)}:${pad(parts.second)}`
}

/** The instant at which a clock in `timeZone` shows `wall`; in the hour that clocks skip, the time after the jump. */
export const instantOf = (wall: WallTime, timeZone: string): string => {
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}${wall.endsWith('Z') ? '' : 'Z'}`)
  const first = asUtc - offsetAt(asUtc, timeZone)
  // The offset of the guess may differ from the offset at the answer: near a change of clocks, ask once more.
  const second = asUtc - offsetAt(first, timeZone)
  return new Date(second).toISOString()
}

const offsetAt = (instant: number, timeZone: string): number => {
  const parts = partsIn(new Date(instant), timeZone)
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second)
  return wall - Math.floor(instant / 1000) * 1000
}

const partsIn = (date: Date, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date)
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}
