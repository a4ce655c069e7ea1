import type { Value } from './history.ts'

/** Amounts are whole cents inside; only here do they become text. */
export type Cents = number

export const euros = (amount: number): Cents => Math.round(amount * 100)

export const money = (cents: Cents): Value => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' })

export const percent = (value: number): string => String(value)

export interface Line {
  readonly product: string | null
  readonly description: string
  readonly quantity: number
  readonly unitPrice: Cents
  readonly discount: number
  readonly taxRate: number
}

export interface Totals {
  readonly net: Cents
  readonly total: Cents
}

const netOf = (line: Line): Cents => Math.round(line.quantity * line.unitPrice * (1 - line.discount / 100))

export const totalsOf = (lines: readonly Line[]): Totals => {
  const net = lines.reduce((sum, line) => sum + netOf(line), 0)
  const tax = lines.reduce((sum, line) => sum + Math.round((netOf(line) * line.taxRate) / 100), 0)
  return { net, total: net + tax }
}

export const writtenLines = (lines: readonly Line[]): Value =>
  lines.map((line) => ({
    ...(line.product === null ? {} : { product: { ref: line.product } }),
    description: line.description,
    quantity: String(line.quantity),
    unitPrice: money(line.unitPrice),
    discount: percent(line.discount),
    taxRate: percent(line.taxRate),
  }))
