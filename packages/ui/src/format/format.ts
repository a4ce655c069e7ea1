import { wallTimeOf } from './wall-clock.ts'

export interface Locale {
  readonly language: string
  /** IANA name; times are shown in it. */
  readonly timeZone: string
  readonly baseCurrency: string
}

/** Exactly one of them. */
type CurrencyAffix = { readonly prefix: string } | { readonly suffix: string }

/** Numbers, money and times as the reader writes them. Decimal text stays exact: it never becomes a float. */
export interface Format {
  readonly locale: Locale
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** Zeros at the end say nothing and look like thousands in other languages: they are left out. */
  readonly decimal: (value: string) => string
  readonly money: (amount: string, currency: string) => string
  /** What stands before or behind an amount while it is written: `€`, ` €`. */
  readonly currencyAffix: (currency: string) => CurrencyAffix
  readonly percent: (value: string) => string
  /** A calendar day (`2026-11-21`), the same in every zone. */
  readonly date: (day: string) => string
  readonly dateTime: (instant: string) => string
  readonly time: (instant: string) => string
  /** "3 hours ago"; older than a week: the date. */
  readonly ago: (instant: string, now: number) => string
  readonly country: (code: string) => string
  readonly separators: { readonly decimal: string; readonly group: string }
}

export const createFormat = (locale: Locale): Format => {
  const { language, timeZone } = locale
  // British order (21 Nov 2026, 14:30): the day first is never misread.
  const dateLanguage = language === 'en' ? 'en-GB' : language
  const days = new Intl.DateTimeFormat(dateLanguage, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const moments = new Intl.DateTimeFormat(dateLanguage, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const times = new Intl.DateTimeFormat(dateLanguage, { hour: '2-digit', minute: '2-digit', timeZone })
  const date = (day: string) => guarded(day, () => days.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)))
  return {
    locale,
    number: (value, options) => numberFormat(language, options).format(value),
    decimal: (value) => exact(numberFormat(language, allDigits), value),
    money: (amount, currency) =>
      exact(numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }), amount),
    currencyAffix: (currency) => currencyAffix(language, currency),
    percent: (value) => `${exact(numberFormat(language, allDigits), value)} %`,
    date,
    dateTime: (instant) => guarded(instant, () => moments.format(new Date(instant))),
    time: (instant) => guarded(instant, () => times.format(new Date(instant))),
    ago: (instant, now) =>
      guarded(instant, () => ago({ language, instant, now }) ?? date(wallTimeOf(instant, timeZone))),
    country: (code) => guarded(code, () => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code),
    separators: separatorsOf(language),
  }
}

const cache = new Map<string, Intl.NumberFormat>()

const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = `${language}${JSON.stringify(options)}`
  const known = cache.get(key)
  if (known !== undefined) return known
  // Spanish leaves four-digit numbers ungrouped, which breaks columns of amounts.
  const made = new Intl.NumberFormat(language, { useGrouping: 'always', ...options })
  cache.set(key, made)
  return made
}

const currencyAffix = (language: string, currency: string): CurrencyAffix => {
  const written = guarded('', () =>
    numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(1),
  )
  const [before = '', behind = ''] = written.split(/1(?:[.,]0+)?/)
  if (before !== '') return { prefix: before }
  return { suffix: behind || `\u00a0${currency}` }
}

const allDigits = { maximumFractionDigits: 20 } as const

/** `Intl` formats decimal text exactly; only its type wants a literal. */
const exact = (format: Intl.NumberFormat, value: string): string =>
  // oxlint-disable-next-line no-unsafe-type-assertion -- just tested that it is the text of a number
  Number.isNaN(Number(value)) ? value : format.format(value as Intl.StringNumericLiteral)

/** A value that cannot be formatted is shown as it is: a screen never breaks on one odd value. */
const guarded = (value: string, make: () => string): string => {
  try {
    return make()
  } catch {
    return value
  }
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

const ago = ({ language, instant, now }: { language: string; instant: string; now: number }): string | undefined => {
  const seconds = Math.round((Date.parse(instant) - now) / 1000)
  if (Math.abs(seconds) > 7 * 86_400) return undefined
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
}

const separatorsOf = (language: string) => {
  const parts = numberFormat(language).formatToParts(12_345.6)
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  return { decimal: of('decimal', '.'), group: of('group', ',') }
}
