import { dateInZone, isList, isObject, type Json, type JsonObject, wallTimeInZone } from '@telar/metadata'

/** The calendar day `offset` days from today, in the workspace's zone. */
export const dayAt = (today: Date, offset: number, timeZone: string): string => {
  const [year = 0, month = 1, day = 1] = dateInZone(today.toISOString(), timeZone).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + offset)).toISOString().slice(0, 10)
}

/** A wall-clock time of a day in a zone as an instant. */
export const instantAt = (day: string, time: string, timeZone: string): string =>
  wallTimeInZone(`${day}T${time.length === 5 ? `${time}:00` : time}`, timeZone)

/** `{"$date": -12}` and `{"$dateTime": -12, "time": "09:30"}` become dates and instants. */
export const relativeDates = (data: JsonObject, today: Date, timeZone: string): JsonObject =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, relative(value, today, timeZone)]))

const relative = (value: Json, today: Date, timeZone: string): Json => {
  if (isList(value)) return value.map((one) => relative(one, today, timeZone))
  if (!isObject(value)) return value
  const { $date: date, $dateTime: dateTime, time } = value
  if (typeof date === 'number') return dayAt(today, date, timeZone)
  if (typeof dateTime === 'number')
    return instantAt(dayAt(today, dateTime, timeZone), typeof time === 'string' ? time : '09:00', timeZone)
  return relativeDates(value, today, timeZone)
}
