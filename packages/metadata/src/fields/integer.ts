import { type JsonObject, numberAt } from '../json.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { exactFrom, multipleProblems } from './exact-decimal.ts'
import { readNumberText, writeNumberText } from './number-text.ts'
import { orderOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'
import { understood } from './value-problem.ts'

export const integer = defineFieldType({
  kind: 'integer',
  title: { en: 'Whole number', es: 'Número entero' },
  description: {
    en: 'A number without decimals: a quantity, a number of employees, a duration in minutes.',
    es: 'Un número sin decimales: una cantidad, un número de empleados, una duración en minutos.',
  },
  group: 'number',
  icon: 'number-123',
  settings: {
    type: 'object',
    properties: {
      minimum: setting({ en: 'Smallest value', es: 'Valor mínimo' }, { type: 'integer' }),
      maximum: setting({ en: 'Largest value', es: 'Valor máximo' }, { type: 'integer' }),
      multipleOf: setting({ en: 'Multiple of', es: 'Múltiplo de' }, { type: 'number', exclusiveMinimum: 0 }),
    },
  },
  recognise: (schema) => (plainType(schema) === 'integer' ? 20 : 0),
  storage: oneColumn('integer'),
  valueSchema: ({ schema }) => {
    const { multipleOf: _checkedInDecimal, ...words } = constraints(schema)
    return { type: 'integer', ...words, ...safeBounds(words) }
  },
  normalise: (value) => (value === 0 ? 0 : value),
  check: (value, { schema }) => {
    const exact = typeof value === 'number' ? exactFrom(value) : undefined
    return exact === undefined ? [] : multipleProblems(exact, schema)
  },
  operators: { [mainPart]: orderOperators },
  measures: ['count', 'countDistinct', 'sum', 'average', 'min', 'max'],
  fromText: (text, _field, context) => {
    const reading = readNumberText(text, context, (plain) => exactFrom(plain)?.isInteger() ?? false)
    return reading.ok ? understood(Number(reading.value)) : reading
  },
  toText: (value, _field, context) => (typeof value === 'number' ? writeNumberText(value, context) : ''),
  widget: 'integer',
  view: 'integer',
  examples: [
    { schema: { type: 'integer' }, value: 1234, text: '1234' },
    { schema: { type: 'integer', minimum: -10 }, value: -3, text: '-3' },
  ],
  badExamples: [
    { schema: { type: 'integer' }, value: 1.5, code: 'type' },
    { schema: { type: 'integer', maximum: 5 }, value: 6, code: 'maximum' },
    { schema: { type: 'integer', multipleOf: 5 }, value: 7, code: 'multipleOf' },
  ],
})

/** A column holds more than a JSON number says exactly; what JSON cannot say is not let in. */
const safeBounds = (words: JsonObject): JsonObject => ({
  minimum: Math.max(numberAt(words, 'minimum') ?? -Infinity, Number.MIN_SAFE_INTEGER),
  maximum: Math.min(numberAt(words, 'maximum') ?? Infinity, Number.MAX_SAFE_INTEGER),
})
