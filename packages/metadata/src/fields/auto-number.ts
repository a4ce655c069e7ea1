import { stringAt } from '../json.ts'
import { defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { numberingOf } from './number-pattern.ts'
import { textOperators } from './operator-sets.ts'
import { setting } from './setting.ts'

export const autoNumber = defineFieldType({
  kind: 'auto-number',
  title: { en: 'Running number', es: 'Numeración automática' },
  description: {
    en: 'A number that every new record gets by itself: Q-2026-0001. A year or month in the pattern starts the count anew.',
    es: 'Un número que cada registro nuevo recibe solo: P-2026-0001. Un año o un mes en el patrón reinicia la cuenta.',
  },
  group: 'number',
  icon: 'hash',
  settings: {
    type: 'object',
    properties: {
      'x-pattern': setting(
        {
          en: 'Pattern: {YYYY}, {YY}, {MM}, {DD} and zeros for the number',
          es: 'Patrón: {YYYY}, {YY}, {MM}, {DD} y ceros para el número',
        },
        {
          type: 'string',
          pattern: '^[^{}]*(\\{(YYYY|YY|MM|DD)\\}[^{}]*)*\\{0+\\}[^{}]*(\\{(YYYY|YY|MM|DD)\\}[^{}]*)*$',
          maxLength: 60,
          default: '{0000}',
        },
      ),
    },
  },
  storage: oneColumn('text'),
  valueSchema: () => ({ type: 'string', minLength: 1, maxLength: 100 }),
  normalise: (value) => (typeof value === 'string' ? value.trim() : value),
  operators: { [mainPart]: textOperators },
  measures: ['count', 'min', 'max'],
  numbering: ({ schema }) => numberingOf(stringAt(schema, 'x-pattern') ?? '{0000}'),
  nestable: false,
  searchedByDefault: true,
  widget: 'autoNumber',
  view: 'autoNumber',
  examples: [
    { schema: { 'x-field': 'auto-number', 'x-pattern': 'Q-{YYYY}-{0000}' }, value: 'Q-2026-0001', text: 'Q-2026-0001' },
    { schema: { 'x-field': 'auto-number' }, value: '0042', text: '0042' },
  ],
  badExamples: [
    { schema: { 'x-field': 'auto-number' }, value: '', code: 'minLength' },
    { schema: { 'x-field': 'auto-number' }, value: 42, code: 'type' },
  ],
})
