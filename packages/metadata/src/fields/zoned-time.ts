import { offsetAt as millisAhead } from '../filter/zone.ts'
import { type Clock, clockOf, utc } from './instant.ts'

/** What a clock in the zone shows at a moment (seconds since 1970). */
export const clockIn = (zone: string, seconds: number): Clock => clockOf(seconds + offsetAt(zone, seconds))

/** The moments at which a clock in the zone shows this: none where the hour is skipped, two where it comes twice. */
export const momentsOf = (zone: string, clock: Clock): readonly number[] => {
  const local = utc(clock)
  const offsets = [local - dayLength, local + dayLength].map((moment) => offsetAt(zone, moment))
  return [...new Set(offsets)]
    .map((offset) => local - offset)
    .filter((moment) => moment + offsetAt(zone, moment) === local)
    .toSorted((a, b) => a - b)
}

/** Seconds by which the clock is ahead of UTC. */
export const offsetAt = (zone: string, seconds: number): number => millisAhead(seconds * 1000, zone) / 1000

const dayLength = 86_400
