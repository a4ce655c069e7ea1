import { isDay } from './calendar.ts'
import { readDateText, writeDateText } from './date-text.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { dateOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { valueProblem } from './value-problem.ts'

export const date = defineFieldType({
  kind: 'date',
  title: { en: 'Date', es: 'Fecha' },
  description: {
    en: 'A day of the calendar, the same day in every time zone: a birthday, a due date.',
    es: 'Un día del calendario, el mismo en todas las zonas horarias: un cumpleaños, un vencimiento.',
  },
  group: 'date',
  icon: 'calendar',
  recognise: (schema) => (schema['format'] === 'date' && plainType(schema) === 'string' ? 30 : 0),
  storage: oneColumn('date'),
  valueSchema: (field) => ({ type: 'string', format: 'date', ...constraints(field.schema) }),
  normalise: (value) => (typeof value === 'string' ? value.trim() : value),
  check: (value) => (typeof value === 'string' && !isDay(value) ? [valueProblem('format', { format: 'date' })] : []),
  operators: { [mainPart]: dateOperators },
  measures: ['count', 'countDistinct', 'min', 'max'],
  grouping: 'date',
  fromText: (text, _field, context) => readDateText(text, context),
  toText: (value, _field, context) => (typeof value === 'string' && isDay(value) ? writeDateText(value, context) : ''),
  widget: 'date',
  view: 'date',
  examples: [
    { schema: { type: 'string', format: 'date' }, value: '2026-12-31', text: '12/31/2026' },
    { schema: { 'x-field': 'date' }, value: ' 2024-02-29 ', reads: '2024-02-29', text: '02/29/2024' },
  ],
  badExamples: [
    { schema: { type: 'string', format: 'date' }, value: '2026-02-30', code: 'format' },
    { schema: { type: 'string', format: 'date' }, value: 20261231, code: 'type' },
  ],
})
