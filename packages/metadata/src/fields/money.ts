import { isObject } from '../json.ts'
import { decimalSettings } from './decimal-settings.ts'
import { defineFieldType } from './define-field-type.ts'
import { readMoneyText, writeMoneyText } from './money-text.ts'
import { moneyOperand, moneyProblems, normaliseMoney, storeMoney } from './money-value.ts'
import { choiceOperators, orderOperators } from './operator-sets.ts'

/**
 * An amount with its currency, and its worth in the workspace's own currency at the rate of the write (`base`).
 * Comparing, sorting, sums and groups use the worth, since amounts of two currencies cannot be compared; a filter
 * that names `amount.amount` or `amount.currency` uses what was written.
 */
export const money = defineFieldType({
  kind: 'money',
  title: { en: 'Money', es: 'Importe' },
  description: {
    en: 'An amount in one of the currencies of the workspace. Totals and comparisons use its worth in the main currency on the day it was written.',
    es: 'Una cantidad en una de las monedas del espacio de trabajo. Los totales y las comparaciones usan su valor en la moneda principal el día en que se escribió.',
  },
  group: 'number',
  icon: 'coin-euro',
  settings: { type: 'object', properties: decimalSettings },
  storage: { type: 'columns', parts: { amount: 'numeric', currency: 'text', base: 'numeric' } },
  valueSchema: () => ({
    type: 'object',
    properties: { amount: { type: 'string', maxLength: 90 }, currency: { type: 'string', maxLength: 3 } },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
  normalise: normaliseMoney,
  check: (value, field) => (isObject(value) ? moneyProblems(value, field) : []),
  store: storeMoney,
  read: ({ amount, currency }) =>
    typeof amount === 'string' && typeof currency === 'string' ? { amount, currency } : null,
  operand: moneyOperand,
  operators: { base: orderOperators, amount: orderOperators, currency: choiceOperators },
  sort: () => ({ by: 'parts', parts: ['base'] }),
  measures: ['count', 'countDistinct', 'sum', 'average', 'min', 'max'],
  measuredPart: 'base',
  readMeasure: (value, field) =>
    typeof value === 'string' ? normaliseMoney({ amount: value, currency: field.baseCurrency }, field) : null,
  fromText: readMoneyText,
  toText: writeMoneyText,
  widget: 'money',
  view: 'money',
  examples: [
    {
      schema: { 'x-field': 'money' },
      value: { amount: '1234.5', currency: 'EUR' },
      reads: { amount: '1234.50', currency: 'EUR' },
      text: '1234.50 EUR',
    },
    {
      schema: { 'x-field': 'money', 'x-minimum': 0 },
      value: 19.99,
      reads: { amount: '19.99', currency: 'EUR' },
      text: '19.99 EUR',
    },
    {
      schema: { 'x-field': 'money', 'x-scale': 4 },
      value: { amount: '0.0375', currency: 'usd' },
      reads: { amount: '0.0375', currency: 'USD' },
      text: '0.0375 USD',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'money' }, value: { amount: 'a lot', currency: 'EUR' }, code: 'decimal' },
    { schema: { 'x-field': 'money' }, value: { amount: '1.005', currency: 'EUR' }, code: 'scale' },
    { schema: { 'x-field': 'money', 'x-minimum': '0' }, value: '-1', code: 'minimum' },
    { schema: { 'x-field': 'money' }, value: { amount: '1', currency: 'XTS' }, code: 'currency' },
    { schema: { 'x-field': 'money' }, value: true, code: 'type' },
  ],
})
