import { isObject, objectAt, type JsonObject } from '../json.ts'
import {
  compositeLabel,
  compositeProblems,
  compositeReferences,
  compositeSchema,
  compositeSearchText,
  normaliseComposite,
  readComposite,
  storeComposite,
} from './composite-value.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { readJsonText } from './json-text.ts'
import { presenceOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'
import { understood } from './value-problem.ts'

export const composite = defineFieldType({
  kind: 'composite',
  title: { en: 'Group of fields', es: 'Grupo de campos' },
  description: {
    en: 'Several fields that belong together and are kept as one value: the dimensions of a product, the terms of a contract.',
    es: 'Varios campos que van juntos y se guardan como un solo valor: las medidas de un producto, las condiciones de un contrato.',
  },
  group: 'structure',
  icon: 'box-multiple',
  settings: {
    type: 'object',
    required: ['properties'],
    properties: {
      properties: setting({ en: 'Fields', es: 'Campos' }, { type: 'object', minProperties: 1 }),
      required: setting(
        { en: 'Required fields', es: 'Campos obligatorios' },
        { type: 'array', items: { type: 'string' }, uniqueItems: true },
      ),
    },
  },
  recognise: (schema) => (hasFields(schema) ? 20 : 0),
  storage: oneColumn('json'),
  valueSchema: (field) => compositeSchema(constraints(field.schema), field),
  normalise: normaliseComposite,
  check: (value, field) => compositeProblems(value, field.children),
  store: (value, field) => ({ [mainPart]: storeComposite(value, field.children) }),
  read: (cells, field, labelOf) => readComposite(cells[mainPart] ?? null, field.children, labelOf),
  references: (value, field) => compositeReferences(value, field.children),
  operators: { [mainPart]: presenceOperators },
  sort: () => undefined,
  measures: ['count'],
  grouping: undefined,
  fromText: (text, field) => {
    const reading = readJsonText(text)
    return reading.ok ? understood(normaliseComposite(reading.value, field)) : reading
  },
  toText: (value) => (value === null ? '' : JSON.stringify(value)),
  toLabel: (value, field, context) => compositeLabel(value, field.children, context),
  searchText: (value, field) => compositeSearchText(value, field.children),
  widget: 'composite',
  view: 'composite',
  examples: [
    {
      schema: { type: 'object', properties: { width: { type: 'number' }, unit: { enum: ['cm', 'in'] } } },
      value: { width: 12.5, unit: 'cm' },
      text: '{"width":12.5,"unit":"cm"}',
    },
    {
      schema: {
        type: 'object',
        properties: { price: { 'x-field': 'money' }, note: { type: 'string' } },
        required: ['price'],
      },
      value: { price: '9.5', note: ' ' },
      reads: { price: { amount: '9.50', currency: 'EUR' } },
      text: '{"price":{"amount":"9.50","currency":"EUR"}}',
    },
  ],
  badExamples: [
    { schema: { type: 'object', properties: { width: { type: 'number' } } }, value: { width: 'wide' }, code: 'type' },
    {
      schema: { type: 'object', properties: { width: { type: 'number' } }, required: ['width'] },
      value: { width: null, x: 1 },
      code: 'required',
    },
    {
      schema: { type: 'object', properties: { fee: { 'x-field': 'decimal', 'x-scale': 1 } } },
      value: { fee: '1.25' },
      code: 'scale',
    },
  ],
})

/** Whether an object names its fields; a dictionary of any keys does not. */
export const hasFields = (schema: JsonObject): boolean => {
  const type = plainType(schema)
  const isOfObjects = type === 'object' || (type === undefined && schema['type'] === undefined)
  const properties = objectAt(schema, 'properties')
  return isOfObjects && properties !== undefined && Object.values(properties).some(isObject)
}
