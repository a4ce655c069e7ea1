import { constraints, defineFieldType, oneColumn } from './define-field-type.ts'
import { textOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'

export const text = defineFieldType({
  kind: 'text',
  title: { en: 'Text', es: 'Texto' },
  description: {
    en: 'One line of text: a name, a reference, a job title.',
    es: 'Una línea de texto: un nombre, una referencia, un cargo.',
  },
  group: 'text',
  icon: 'letter-t',
  settings: {
    type: 'object',
    properties: {
      minLength: setting({ en: 'Shortest length', es: 'Longitud mínima' }, { type: 'integer', minimum: 0 }),
      maxLength: setting({ en: 'Longest length', es: 'Longitud máxima' }, { type: 'integer', minimum: 1 }),
      pattern: setting({ en: 'Pattern (regular expression)', es: 'Patrón (expresión regular)' }, { type: 'string' }),
    },
  },
  recognise: (schema) => (plainType(schema) === 'string' ? 10 : 0),
  storage: oneColumn('text'),
  valueSchema: (field) => ({ type: 'string', ...constraints(field.schema) }),
  normalise: (value, field) => (typeof value === 'string' && field.origin === 'telar' ? inOneLine(value) : value),
  operators: { value: textOperators },
  measures: ['count', 'countDistinct', 'min', 'max'],
  searchedByDefault: true,
  widget: 'text',
  view: 'text',
  examples: [
    { schema: { type: 'string' }, value: 'Ñandú & Cía.', text: 'Ñandú & Cía.' },
    { schema: { type: 'string', maxLength: 5 }, value: '  abcde ', reads: 'abcde', text: 'abcde' },
  ],
  badExamples: [
    { schema: { type: 'string', maxLength: 3 }, value: 'abcd', code: 'maxLength' },
    { schema: { type: 'string' }, value: 12, code: 'type' },
    { schema: { type: 'string' }, value: 'a\0b', code: 'characters' },
  ],
})

const inOneLine = (value: string): string =>
  value
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
