import { decimalAspects } from './decimal-aspects.ts'
import { defineFieldType } from './define-field-type.ts'
import { writeNumberText } from './number-text.ts'

export const decimal = defineFieldType({
  ...decimalAspects,
  kind: 'decimal',
  title: { en: 'Decimal', es: 'Decimal' },
  description: {
    en: 'An exact number with decimals that never loses a digit: a quantity, a rate, a price without currency.',
    es: 'Un número exacto con decimales que nunca pierde una cifra: una cantidad, una tasa, un precio sin moneda.',
  },
  group: 'number',
  icon: 'decimal',
  toText: (value, _field, context) => (typeof value === 'string' ? writeNumberText(value, context) : ''),
  widget: 'decimal',
  view: 'decimal',
  examples: [
    { schema: { 'x-field': 'decimal', 'x-scale': 2 }, value: '1234.5', reads: '1234.50', text: '1234.50' },
    { schema: { 'x-field': 'decimal' }, value: 0.1, reads: '0.1', text: '0.1' },
    {
      schema: { 'x-field': 'decimal' },
      value: '123456789012345678901234567890.123456789',
      text: '123456789012345678901234567890.123456789',
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'decimal', 'x-scale': 2 }, value: '1.005', code: 'scale' },
    { schema: { 'x-field': 'decimal', 'x-maximum': '10' }, value: '10.01', code: 'maximum' },
    { schema: { 'x-field': 'decimal' }, value: '1,5', code: 'decimal' },
    { schema: { 'x-field': 'decimal' }, value: [], code: 'type' },
  ],
})
