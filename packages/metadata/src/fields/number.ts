import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { exactFrom, multipleProblems } from './exact-decimal.ts'
import { readNumberText, writeNumberText } from './number-text.ts'
import { orderOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'
import { understood } from './value-problem.ts'

export const number = defineFieldType({
  kind: 'number',
  title: { en: 'Number', es: 'Número' },
  description: {
    en: 'A measured number with decimals: a weight, a distance, a score. For exact amounts take decimal, percent or money.',
    es: 'Un número medido, con decimales: un peso, una distancia, una puntuación. Para cifras exactas, mejor decimal, porcentaje o importe.',
  },
  group: 'number',
  icon: 'number',
  settings: {
    type: 'object',
    properties: {
      minimum: setting({ en: 'Smallest value', es: 'Valor mínimo' }, { type: 'number' }),
      maximum: setting({ en: 'Largest value', es: 'Valor máximo' }, { type: 'number' }),
      multipleOf: setting({ en: 'Multiple of', es: 'Múltiplo de' }, { type: 'number', exclusiveMinimum: 0 }),
    },
  },
  recognise: (schema) => (plainType(schema) === 'number' ? 20 : 0),
  storage: oneColumn('double'),
  valueSchema: (field) => {
    const { multipleOf: _checkedInDecimal, ...words } = constraints(field.schema)
    return { type: 'number', ...words }
  },
  normalise: (value) => (value === 0 ? 0 : value),
  check: (value, { schema }) => {
    const exact = typeof value === 'number' ? exactFrom(value) : undefined
    return exact === undefined ? [] : multipleProblems(exact, schema)
  },
  operators: { [mainPart]: orderOperators },
  measures: ['count', 'countDistinct', 'sum', 'average', 'min', 'max'],
  fromText: (text, _field, context) => {
    const large = scientific.test(text.trim()) ? Number(text.trim().replace(',', '.')) : NaN
    if (Number.isFinite(large)) return understood(large)
    const reading = readNumberText(text, context, () => true)
    return reading.ok ? understood(Number(reading.value)) : reading
  },
  toText: (value, _field, context) => (typeof value === 'number' ? writeNumberText(value, context) : ''),
  widget: 'number',
  view: 'number',
  examples: [
    { schema: { type: 'number' }, value: 1234.56, text: '1234.56' },
    { schema: { type: 'number', multipleOf: 0.01 }, value: 19.99, text: '19.99' },
    { schema: { type: 'number' }, value: 6.02e23, text: '6.02e+23' },
  ],
  badExamples: [
    { schema: { type: 'number' }, value: '12', code: 'type' },
    { schema: { type: 'number', multipleOf: 0.01 }, value: 19.999, code: 'multipleOf' },
    { schema: { type: 'number', exclusiveMinimum: 0 }, value: 0, code: 'exclusiveMinimum' },
  ],
})

/** How numbers too large or too small to be written out are written. */
const scientific = /^[+-]?\d{1,20}([.,]\d{1,20})?e[+-]?\d{1,3}$/i
