import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isList, isObject, type Json, type JsonObject, objectAt, stringAt } from '../json.ts'
import { applyRules } from './index.ts'
import { lineTotals } from './line-totals.ts'

const settings: JsonObject = {
  kind: 'line-totals',
  lines: 'lines',
  quantity: 'quantity',
  price: 'price',
  discount: 'discount',
  tax: 'tax',
  total: 'total',
  into: { subtotal: 'subtotal', discount: 'discounts', tax: 'taxes', total: 'total' },
}

const compute = (record: JsonObject): JsonObject => lineTotals.apply(record, settings)

const linesOf = (record: JsonObject): readonly Json[] => {
  const lines = record['lines'] ?? null
  return isList(lines) ? lines : []
}

/** Hundredths of a euro, so that sums are exact. */
const cents = (value: Json | undefined): bigint => {
  const amount = stringAt(objectAt({ value: value ?? null }, 'value') ?? {}, 'amount') ?? ''
  expect(amount).toMatch(/^-?\d+\.\d\d$/)
  return BigInt(amount.replace('.', ''))
}

const sum = (values: readonly bigint[]): bigint => values.reduce((so, one) => so + one, 0n)

const decimalText = (whole: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: whole }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([a, b]) => `${a}.${String(b).padStart(places, '0')}`)

const euros = (whole: number) => decimalText(whole, 2).map((amount) => ({ amount, currency: 'EUR' }))

const line = fc.record(
  {
    quantity: decimalText(10_000, 3),
    price: euros(1_000_000),
    discount: decimalText(99, 2),
    tax: fc.constantFrom('0', '4', '10', '21', '5.2'),
  },
  { requiredKeys: ['quantity', 'price'] },
)

describe('the totals of a quote', () => {
  it('are those of its lines', () => {
    const record = compute({
      subject: 'Racks',
      lines: [
        { quantity: '3', price: { amount: '19.99', currency: 'EUR' }, discount: '10', tax: '21' },
        { quantity: '0.5', price: { amount: '100.00', currency: 'EUR' } },
      ],
    })
    expect(record).toEqual({
      subject: 'Racks',
      lines: [
        {
          quantity: '3',
          price: { amount: '19.99', currency: 'EUR' },
          discount: '10',
          tax: '21',
          total: { amount: '53.97', currency: 'EUR' },
        },
        { quantity: '0.5', price: { amount: '100.00', currency: 'EUR' }, total: { amount: '50.00', currency: 'EUR' } },
      ],
      subtotal: { amount: '109.97', currency: 'EUR' },
      discounts: { amount: '6.00', currency: 'EUR' },
      taxes: { amount: '11.33', currency: 'EUR' },
      total: { amount: '115.30', currency: 'EUR' },
    })
  })

  it('add up to the cent, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const record = compute({ lines })
        const nets = linesOf(record).map((one) => cents(isObject(one) ? one['total'] : undefined))
        expect(sum(nets)).toBe(cents(record['subtotal']) - cents(record['discounts']))
        expect(cents(record['total'])).toBe(sum(nets) + cents(record['taxes']))
      }),
    )
  })

  it('lose no cent of amounts that a float cannot hold', () => {
    const record = compute({
      lines: [{ quantity: '123456789012345.678', price: { amount: '99999999999999.99', currency: 'EUR' } }],
    })
    expect(record['subtotal']).toEqual({ amount: '12345678901234566565432109876.54', currency: 'EUR' })
  })

  it('are the same when computed again', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const once = compute({ lines })
        expect(compute(once)).toEqual(once)
      }),
    )
  })

  it('have the coins of their currency', () => {
    const record = compute({ lines: [{ quantity: '3', price: { amount: '33', currency: 'JPY' }, tax: '10' }] })
    expect(record).toMatchObject({
      taxes: { amount: '10', currency: 'JPY' },
      total: { amount: '109', currency: 'JPY' },
    })
    expect(compute({ lines: [{ quantity: '1', price: { amount: '0.0005', currency: 'KWD' } }] })['total']).toEqual({
      amount: '0.000',
      currency: 'KWD',
    })
  })

  it('stay empty where lines are in several currencies, which nothing can add up', () => {
    const record = compute({
      lines: [
        { quantity: '2', price: { amount: '5.00', currency: 'EUR' } },
        { quantity: '1', price: { amount: '7.00', currency: 'USD' } },
      ],
    })
    expect(record).toMatchObject({
      lines: [{ total: { amount: '10.00', currency: 'EUR' } }, { total: { amount: '7.00', currency: 'USD' } }],
      total: null,
      subtotal: null,
      taxes: null,
      discounts: null,
    })
  })

  it('go back to zero with the last line', () => {
    const full = compute({ lines: [{ quantity: '1', price: { amount: '5.00', currency: 'EUR' } }] })
    expect(compute({ ...full, lines: [] })['total']).toBe('0.00')
    expect(compute({ ...full, lines: null })).toMatchObject({ lines: null, total: '0.00' })
  })

  it('are decimal texts where prices are', () => {
    expect(compute({ lines: [{ quantity: 2, price: '1.25' }] })).toMatchObject({
      lines: [{ total: '2.50' }],
      total: '2.50',
    })
  })

  it('leave nonsense for the validation to refuse', () => {
    expect(compute({ lines: 'none' })).toEqual({ lines: 'none' })
    expect(compute({ lines: ['a', 3, null] })).toMatchObject({ lines: ['a', 3, null] })
    expect(compute({ lines: [{ quantity: '1e999999999', price: { amount: 'much', currency: 'EUR' } }] })).toMatchObject(
      { total: { amount: '0.00', currency: 'EUR' } },
    )
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any JSON is the point
    const anything = fc.array(
      fc.dictionary(fc.constantFrom('quantity', 'price', 'discount', 'tax', 'total'), fc.jsonValue()),
    ) as fc.Arbitrary<Json>
    fc.assert(
      fc.property(anything, (lines) => {
        expect(compute(compute({ lines }))).toEqual(compute({ lines }))
      }),
    )
  })

  it('are computed by a module that has the rule, and by no other', () => {
    const record = { lines: [{ quantity: '1', price: '2.00' }] }
    expect(applyRules([{ kind: 'line-totals', settings }], record)['total']).toBe('2.00')
    expect(applyRules([{ kind: 'of-tomorrow', settings }], record)).toEqual(record)
    expect(applyRules([], record)).toEqual(record)
  })
})
