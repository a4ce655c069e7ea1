/** What a typed day is read with. */
export interface DayReading {
  /** `YYYY-MM-DD`: the year that is meant where none is said. */
  readonly today: string
  /** Names of months are understood in this language and in English. */
  readonly language: string
}

/**
 * A day as people type it, read as `YYYY-MM-DD`: `21/11/2026`, `21-11-26`, `21.11`, `21 nov 2026`, `2026-11-21`.
 * The day comes first, as it is shown, unless only the other order is a day (`11/21/2026`); what is no day gives null.
 */
export const readDay = (typed: string, { today, language }: DayReading): string | null => {
  const parts = typed.split(/[^\p{L}\d]+/u).filter((part) => part !== '' && !fillers.has(part.toLowerCase()))
  const words = parts.filter((part) => /\D/.test(part))
  const numbers = parts.filter((part) => !words.includes(part))
  const [word, ...moreWords] = words
  if (typed.includes(':') || moreWords.length > 0 || numbers.length > 3) return null
  const orders = word === undefined ? numericOrders(numbers) : namedOrders(numbers, monthOf(word, language))
  for (const [year = today.slice(0, 4), month, day] of orders) {
    const written = month === undefined || day === undefined ? '' : dayText(year, month, day)
    if (isDay(written)) return written
  }
  return null
}

type Order = readonly [year: string | undefined, month: string | undefined, day: string | undefined]

const numericOrders = ([first, second, third]: readonly string[]): readonly Order[] =>
  first?.length === 4
    ? [[first, second, third]]
    : [
        [third, second, first],
        [third, first, second],
      ]

const namedOrders = (numbers: readonly string[], month: string | undefined): readonly Order[] => {
  const [first, second] = numbers
  if (month === undefined || numbers.length > 2) return []
  return first?.length === 4 ? [[first, month, second]] : [[second, month, first]]
}

/** `21 de noviembre de 2026`, `21 of November`. */
const fillers: ReadonlySet<string> = new Set(['de', 'del', 'of'])

const shortest = 3

const monthOf = (word: string, language: string): string | undefined => {
  const typed = plain(word)
  if (typed.length < shortest) return undefined
  const index = [language, 'en'].map((each) => monthNames(each).findIndex((name) => name.startsWith(typed)))
  const found = index.find((at) => at >= 0)
  return found === undefined ? undefined : String(found + 1)
}

const monthNames = (language: string): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => plain(format.format(Date.UTC(2026, month, 1))))
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const dayText = (year: string, month: string, day: string): string =>
  `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
