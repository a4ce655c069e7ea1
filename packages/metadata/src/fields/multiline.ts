import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { textOperators } from './operator-sets.ts'
import { setting } from './setting.ts'

const longTextOperators = textOperators.filter((operator) => operator !== 'in' && operator !== 'notIn')

export const multiline = defineFieldType({
  kind: 'multiline',
  title: { en: 'Long text', es: 'Texto largo' },
  description: {
    en: 'Text of several lines: a description, notes, minutes of a meeting.',
    es: 'Texto de varias líneas: una descripción, unas notas, el acta de una reunión.',
  },
  group: 'text',
  icon: 'align-left',
  settings: {
    type: 'object',
    properties: {
      minLength: setting({ en: 'Shortest length', es: 'Longitud mínima' }, { type: 'integer', minimum: 0 }),
      maxLength: setting({ en: 'Longest length', es: 'Longitud máxima' }, { type: 'integer', minimum: 1 }),
    },
  },
  storage: oneColumn('text'),
  valueSchema: (field) => ({ type: 'string', ...constraints(field.schema) }),
  normalise: (value, { origin }) =>
    typeof value === 'string' && origin === 'telar'
      ? value.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
      : value,
  operators: { [mainPart]: longTextOperators },
  sort: () => undefined,
  measures: ['count'],
  grouping: undefined,
  searchedByDefault: true,
  widget: 'multiline',
  view: 'multiline',
  examples: [
    {
      schema: { 'x-field': 'multiline' },
      value: 'First line\r\nSecond line\n',
      reads: 'First line\nSecond line',
      text: 'First line\nSecond line',
    },
    { schema: { 'x-field': 'multiline', maxLength: 20 }, value: 'One line', text: 'One line' },
  ],
  badExamples: [
    { schema: { 'x-field': 'multiline', maxLength: 5 }, value: 'too long', code: 'maxLength' },
    { schema: { 'x-field': 'multiline' }, value: ['a', 'b'], code: 'type' },
  ],
})
