import type { Json } from '../json.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import type { TextReading } from './field-type.ts'
import { presenceOperators } from './operator-sets.ts'
import { notUnderstood, understood } from './value-problem.ts'

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
  fromText: (text) => readJsonText(text),
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

export const readJsonText = (text: string): TextReading => {
  try {
    const value: Json = JSON.parse(text)
    return understood(value)
  } catch {
    return notUnderstood('jsonText')
  }
}
