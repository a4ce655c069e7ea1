import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { readJsonText } from './json-text.ts'
import { presenceOperators } from './operator-sets.ts'

export const json = defineFieldType({
  kind: 'json',
  title: { en: 'Free data', es: 'Datos libres' },
  description: {
    en: 'Structured data of any form, as another system sends it. People see and edit it as JSON.',
    es: 'Datos estructurados de cualquier forma, tal como los envía otro sistema. Se ven y se editan como JSON.',
  },
  group: 'structure',
  icon: 'braces',
  recognise: () => 1,
  storage: oneColumn('json'),
  valueSchema: (field) => constraints(field.schema),
  operators: { [mainPart]: presenceOperators },
  sort: () => undefined,
  measures: ['count'],
  grouping: undefined,
  fromText: readJsonText,
  toText: (value) => (value === null ? '' : JSON.stringify(value)),
  widget: 'json',
  view: 'json',
  examples: [
    { schema: { 'x-field': 'json' }, value: { a: [1, null, 'ñ'] }, text: '{"a":[1,null,"ñ"]}' },
    { schema: { type: ['string', 'number'] }, value: 'plain', text: '"plain"' },
    { schema: { type: 'array', items: { type: 'string' } }, value: ['x', 'y'], text: '["x","y"]' },
  ],
  badExamples: [
    { schema: { type: ['string', 'number'] }, value: true, code: 'type' },
    { schema: { type: 'array', items: { type: 'string' } }, value: [1], code: 'type' },
    { schema: { 'x-field': 'json' }, value: { a: 'x\0' }, code: 'characters' },
  ],
})
