import { languageFrom, type Text } from '../language.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import type { TextContext } from './field-type.ts'
import { folded } from './folded.ts'
import { plainType } from './plain-type.ts'
import { notUnderstood, understood } from './value-problem.ts'

const yes: Text = { en: 'Yes', es: 'Sí' }
const no: Text = { en: 'No', es: 'No' }

const readAsYes: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'si',
  's',
  'true',
  't',
  'verdadero',
  'v',
  '1',
  'on',
  'x',
  '✓',
  '✔',
])
const readAsNo: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', 'falso', '0', 'off', '✗', '✘'])

export const boolean = defineFieldType({
  kind: 'boolean',
  title: { en: 'Yes or no', es: 'Sí o no' },
  description: {
    en: 'A box to tick: something is so or it is not.',
    es: 'Una casilla que se marca: algo es así o no lo es.',
  },
  group: 'choice',
  icon: 'toggle-left',
  recognise: (schema) => (plainType(schema) === 'boolean' ? 20 : 0),
  storage: oneColumn('boolean'),
  valueSchema: (field) => ({ type: 'boolean', ...constraints(field.schema) }),
  operators: { [mainPart]: ['equals', 'notEquals', 'isEmpty', 'isNotEmpty'] },
  measures: ['count'],
  fromText: (text) => {
    const word = folded(text)
    if (readAsYes.has(word)) return understood(true)
    return readAsNo.has(word) ? understood(false) : notUnderstood('booleanText', { text })
  },
  toText: (value, _field, context) => (typeof value === 'boolean' ? wordFor(value, context) : ''),
  widget: 'boolean',
  view: 'boolean',
  examples: [
    { schema: { type: 'boolean' }, value: true, text: 'Yes' },
    { schema: { type: 'boolean' }, value: false, text: 'No' },
  ],
  badExamples: [
    { schema: { type: 'boolean' }, value: 'true', code: 'type' },
    { schema: { type: 'boolean', const: true }, value: false, code: 'const' },
  ],
})

const wordFor = (value: boolean, context: TextContext): string => (value ? yes : no)[languageFrom(context.language)]
