import { languageFrom } from '../language.ts'
import { decimalAspects, readDecimalText } from './decimal-aspects.ts'
import { defineFieldType } from './define-field-type.ts'
import { writeNumberText } from './number-text.ts'

export const percent = defineFieldType({
  ...decimalAspects,
  kind: 'percent',
  title: { en: 'Percent', es: 'Porcentaje' },
  description: {
    en: 'A share of a hundred: a probability, a discount, a tax. 21 means 21%.',
    es: 'Una parte de cien: una probabilidad, un descuento, un impuesto. 21 significa 21 %.',
  },
  group: 'number',
  icon: 'percentage',
  fromText: (text, field, context) => readDecimalText(text.trim().replace(/%$/, ''), field, context),
  toText: (value, _field, context) =>
    typeof value === 'string'
      ? `${writeNumberText(value, context)}${languageFrom(context.language) === 'es' ? ' %' : '%'}`
      : '',
  widget: 'percent',
  view: 'percent',
  examples: [
    { schema: { 'x-field': 'percent' }, value: '21', text: '21%' },
    { schema: { 'x-field': 'percent', 'x-scale': 1 }, value: 7.5, reads: '7.5', text: '7.5%' },
  ],
  badExamples: [
    { schema: { 'x-field': 'percent', 'x-maximum': 100 }, value: '120', code: 'maximum' },
    { schema: { 'x-field': 'percent' }, value: '5%', code: 'decimal' },
    { schema: { 'x-field': 'percent' }, value: true, code: 'type' },
  ],
})
