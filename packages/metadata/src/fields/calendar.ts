const day = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text names a day that exists, as `YYYY-MM-DD` from year 1 to 9999. */
export const isDay = (text: string): boolean => {
  const [, year, month, date] = day.exec(text) ?? []
  return year !== undefined && isDate(Number(year), Number(month), Number(date))
}

export const isDate = (year: number, month: number, date: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)

export const dayText = (year: number, month: number, date: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`

export const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
