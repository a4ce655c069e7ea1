import { useSyncExternalStore } from 'react'
import type { View, ViewProps } from './view.ts'

type Write = (number: string) => string

// The rules of all countries weigh more than a screen: they come when the first number is shown.
let write: Write | undefined
let isLoading = false
const waiting = new Set<() => void>()

const load = async (): Promise<void> => {
  isLoading = true
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  write = (number) => parsePhoneNumberFromString(number)?.formatInternational() ?? number
  for (const tell of waiting) tell()
}

const subscribe = (tell: () => void): (() => void) => {
  waiting.add(tell)
  if (!isLoading) void load()
  return () => waiting.delete(tell)
}

const asKept: Write = (number) => number

/** Writes numbers the way their country groups them, as soon as it can. */
const usePhoneWriter = (): Write => useSyncExternalStore(subscribe, () => write) ?? asKept

const text: View['text'] = (value) => {
  const number = typeof value === 'string' ? value : JSON.stringify(value)
  return write === undefined ? number : write(number)
}

function Show({ value }: ViewProps) {
  const writer = usePhoneWriter()
  const number = typeof value === 'string' ? value : ''
  return (
    <a
      className="text-link numeric"
      href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
      onClick={(event) => event.stopPropagation()}
    >
      {writer(number)}
    </a>
  )
}

export const phone: View = { Show, text, numeric: false }
