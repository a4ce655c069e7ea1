import type { Json } from '../json.ts'
import { writeDateTimeText, readDateTimeText } from './date-time-text.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { instantFrom, instantText } from './instant.ts'
import { dateOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { valueProblem } from './value-problem.ts'

export const dateTime = defineFieldType({
  kind: 'date-time',
  title: { en: 'Date and time', es: 'Fecha y hora' },
  description: {
    en: 'A moment, shown to everybody in their own time zone: the start of a meeting, the time of a call.',
    es: 'Un momento que cada persona ve en su propia zona horaria: el inicio de una reunión, la hora de una llamada.',
  },
  group: 'date',
  icon: 'calendar-time',
  recognise: (schema) => (plainType(schema) === 'string' && schema['format'] === 'date-time' ? 30 : 0),
  storage: oneColumn('timestamp'),
  valueSchema: (field) => ({ type: 'string', format: 'date-time', ...constraints(field.schema) }),
  normalise: (value) => canonical(value) ?? value,
  check: (value) =>
    typeof value === 'string' && instantFrom(value) === undefined
      ? [valueProblem('format', { format: 'date-time' })]
      : [],
  read: ({ [mainPart]: cell = null }) => (isCanonical(cell) ? cell : (canonical(cell) ?? null)),
  operators: { [mainPart]: dateOperators },
  measures: ['count', 'countDistinct', 'min', 'max'],
  grouping: 'timestamp',
  fromText: (text, _field, context) => readDateTimeText(text, context),
  toText: (value, _field, context) => (typeof value === 'string' ? writeDateTimeText(value, context) : ''),
  widget: 'dateTime',
  view: 'dateTime',
  examples: [
    { schema: { type: 'string', format: 'date-time' }, value: '2026-12-31T18:30:00Z', text: '12/31/2026 18:30' },
    {
      schema: { 'x-field': 'date-time' },
      value: '2026-07-01T10:00:00.123456789+02:00',
      reads: '2026-07-01T08:00:00.123456Z',
      text: '07/01/2026 08:00:00.123456',
    },
    { schema: { 'x-field': 'date-time' }, value: '2026-10-25T00:30:00.500Z', text: '10/25/2026 00:30:00.500' },
  ],
  badExamples: [
    { schema: { type: 'string', format: 'date-time' }, value: '2026-02-30T10:00:00Z', code: 'format' },
    { schema: { type: 'string', format: 'date-time' }, value: '2026-02-10T10:00:00', code: 'format' },
    { schema: { type: 'string', format: 'date-time' }, value: 1767225600, code: 'type' },
  ],
})

/** What was stored is so already, but for fractions that the database writes shorter; most of a list's times are read here. */
const isCanonical = (value: Json): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}(\d{3})?)?Z$/.test(value)

const canonical = (value: Json): string | undefined => {
  const instant = typeof value === 'string' ? instantFrom(value.trim()) : undefined
  return instant === undefined ? undefined : instantText(instant)
}
