import { stringAt } from '../json.ts'
import { constraints, defineFieldType, oneColumn } from './define-field-type.ts'

export const text = defineFieldType({
  kind: 'text',
  title: { en: 'Text', es: 'Texto' },
  description: { en: 'One line of text.', es: 'Una línea de texto.' },
  group: 'text',
  icon: 'letter-t',
  settings: {
    type: 'object',
    properties: {
      minLength: { type: 'integer', minimum: 0, title: 'Shortest length' },
      maxLength: { type: 'integer', minimum: 1, title: 'Longest length' },
      pattern: { type: 'string', title: 'Pattern' },
    },
  },
  recognise: (schema) => (stringAt(schema, 'type') === 'string' ? 10 : 0),
  storage: oneColumn('text'),
  valueSchema: (field) => ({ type: 'string', ...constraints(field.schema) }),
  normalise: (value, field) => (typeof value === 'string' && 'x-field' in field.schema ? value.trim() : value),
  operators: { value: ['equals', 'notEquals', 'in', 'notIn', 'contains', 'notContains', 'startsWith', 'endsWith', 'isEmpty', 'isNotEmpty'] },
  measures: ['count', 'countDistinct', 'min', 'max'],
  searchedByDefault: true,
  widget: 'text',
  view: 'text',
  examples: [
    { schema: { type: 'string' }, value: 'Ñandú & Cía.', text: 'Ñandú & Cía.' },
    { schema: { type: 'string', maxLength: 5 }, value: 'abcde', text: 'abcde' },
  ],
  badExamples: [
    { schema: { type: 'string', maxLength: 3 }, value: 'abcd', code: 'maxLength' },
    { schema: { type: 'string' }, value: 12, code: 'type' },
  ],
})
