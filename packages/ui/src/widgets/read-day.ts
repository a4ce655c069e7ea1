/**
 * A day as people type it, read as `YYYY-MM-DD`: `21/11/2026`, `21-11-26`, `21.11`, `2026-11-21`.
 * The day comes first, as it is shown; what is no day gives null.
 */
export const readDay = (typed: string, today: string): string | null => {
  const numbers = typed.trim().split(/\D+/).filter(Boolean)
  const isYearFirst = (numbers[0]?.length ?? 0) === 4
  const [year, month, day] = isYearFirst ? numbers : [numbers[2] ?? today.slice(0, 4), numbers[1], numbers[0]]
  if (year === undefined || month === undefined || day === undefined || /[a-z]/i.test(typed)) return null
  const written = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
