import type { Format } from '@telar/ui'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `1.2 MB`, in the reader's language. */
export const sizeText = (bytes: number, format: Pick<Format, 'number'>): string => {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const unit = units[step] ?? 'byte'
  return format.number(bytes / 1000 ** step, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })
}
