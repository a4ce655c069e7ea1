import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { exampleField } from './example-field.ts'
import { money } from './money.ts'
import { textContext } from './text-context.ts'

const field = exampleField({ 'x-field': 'money' })
const es = textContext('es', 'UTC')

const stored = (value: JsonObject | string | number, of = field) => money.store(money.normalise(value, of), of)

const readText = (text: string, of = field) => {
  const reading = money.fromText(text, of, es)
  return reading.ok ? reading.value : reading.problem.code
}

describe('money', () => {
  it('keeps its worth in the base currency at the rate of the write', () => {
    expect(stored({ amount: '100', currency: 'USD' })).toEqual({ amount: '100.00', currency: 'USD', base: '92.00' })
    expect(stored({ amount: '1000', currency: 'JPY' })).toEqual({ amount: '1000', currency: 'JPY', base: '6.10' })
    expect(stored(0.1)).toEqual({ amount: '0.10', currency: 'EUR', base: '0.10' })
  })

  it('rounds its worth half to even', () => {
    const odd = exampleField({ 'x-field': 'money', 'x-scale': 0 })
    expect(stored({ amount: '125', currency: 'USD' }, odd)['base']).toBe('115')
    expect(stored({ amount: '50', currency: 'GBP' }, odd)['base']).toBe('58')
    expect(stored({ amount: '150', currency: 'GBP' }, odd)['base']).toBe('176')
  })

  it('has as many decimals as the coins of its currency, or as the field says', () => {
    expect(money.check(money.normalise({ amount: '1.5', currency: 'JPY' }, field), field)).toMatchObject([
      { code: 'scale', pointer: '/amount' },
    ])
    const fine = exampleField({ 'x-field': 'money', 'x-scale': 4 })
    expect(stored({ amount: '0.0375', currency: 'EUR' }, fine)['amount']).toBe('0.0375')
  })

  it('is empty where no amount is written', () => {
    expect(money.normalise({ amount: null, currency: 'EUR' }, field)).toBeNull()
    expect(money.normalise({ amount: '', currency: 'USD' }, field)).toBeNull()
  })

  it('is compared by its worth, unless a filter names the amount or the currency', () => {
    expect(Object.keys(money.operators)[0]).toBe('base')
    expect(money.operand({ amount: '100', currency: 'USD' }, 'base', field)).toBe('92.00')
    expect(money.operand(100, 'base', field)).toBe('100.00')
    expect(money.operand('100', 'amount', field)).toBe('100')
    expect(money.operand('usd', 'currency', field)).toBe('USD')
    expect(money.operand('many', 'base', field)).toBeUndefined()
    expect(money.operand({ amount: '1', currency: 'XTS' }, 'base', field)).toBeUndefined()
  })

  it('is read as people write it', () => {
    expect(readText('1.234,56 €')).toEqual({ amount: '1234.56', currency: 'EUR' })
    expect(readText('1.234 €')).toEqual({ amount: '1234.00', currency: 'EUR' })
    expect(readText('£12.50')).toEqual({ amount: '12.50', currency: 'GBP' })
    expect(readText('usd -5')).toEqual({ amount: '-5.00', currency: 'USD' })
    expect(readText('12')).toEqual({ amount: '12.00', currency: 'EUR' })
    expect(readText('12 XTS')).toBe('currency')
    expect(readText('€ 12 EUR')).toBe('moneyText')
    expect(readText('gratis')).toBe('moneyText')
  })

  it('refuses a sign that several known currencies share', () => {
    const dollars = { ...field, rates: { USD: '0.92', MXN: '0.05' } }
    expect(readText('$5')).toEqual({ amount: '5.00', currency: 'USD' })
    expect(readText('$5', dollars)).toBe('currencyAmbiguous')
  })
})
