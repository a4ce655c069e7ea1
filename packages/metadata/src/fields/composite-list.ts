import { pointerStep } from '../issue/issue.ts'
import { isList, objectAt, type Json } from '../json.ts'
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
import { hasFields } from './composite.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import { readJsonText } from './json-text.ts'
import { presenceOperators } from './operator-sets.ts'
import { plainType } from './plain-type.ts'
import { setting } from './setting.ts'
import { understood } from './value-problem.ts'

export const compositeList = defineFieldType({
  kind: 'composite-list',
  title: { en: 'Table of fields', es: 'Tabla de campos' },
  description: {
    en: 'Rows with the same fields that belong to the record: the lines of a quote, the education of a candidate.',
    es: 'Filas con los mismos campos que pertenecen al registro: las líneas de un presupuesto, los estudios de un candidato.',
  },
  group: 'structure',
  icon: 'table-row',
  settings: {
    type: 'object',
    required: ['items'],
    properties: {
      items: setting(
        { en: 'Fields of a row', es: 'Campos de una fila' },
        {
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
      ),
      minItems: setting({ en: 'Fewest rows', es: 'Mínimo de filas' }, { type: 'integer', minimum: 0 }),
      maxItems: setting({ en: 'Most rows', es: 'Máximo de filas' }, { type: 'integer', minimum: 1 }),
    },
  },
  recognise: (schema) => (plainType(schema) === 'array' && hasFields(objectAt(schema, 'items') ?? {}) ? 20 : 0),
  storage: oneColumn('json'),
  valueSchema: (field) => ({
    ...constraints(field.schema),
    type: 'array',
    items: compositeSchema(constraints(objectAt(field.schema, 'items') ?? {}), field),
  }),
  normalise: (value, field) => normaliseRows(value, (row) => normaliseComposite(row, field)),
  check: (value, field) => ofRows(value, (row, pointer) => compositeProblems(row, field.children, pointer)),
  store: (value, field) => ({ [mainPart]: mapRows(value, (row) => storeComposite(row, field.children)) }),
  read: (cells, field, labelOf) =>
    mapRows(cells[mainPart] ?? null, (row) => readComposite(row, field.children, labelOf)),
  references: (value, field) => ofRows(value, (row, pointer) => compositeReferences(row, field.children, pointer)),
  operators: { [mainPart]: presenceOperators },
  sort: () => undefined,
  measures: ['count'],
  grouping: undefined,
  fromText: (text, field) => {
    const reading = readJsonText(text)
    return reading.ok ? understood(normaliseRows(reading.value, (row) => normaliseComposite(row, field))) : reading
  },
  toText: (value) => (value === null ? '' : JSON.stringify(value)),
  toLabel: (value, field, context) => ofRows(value, (row) => [compositeLabel(row, field.children, context)]).join('; '),
  searchText: (value, field) => ofRows(value, (row) => [compositeSearchText(row, field.children)]).join(' '),
  widget: 'compositeList',
  view: 'compositeList',
  examples: [
    {
      schema: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' }, year: { type: 'integer' } } },
      },
      value: [{ name: 'A', year: 2020 }, { name: 'B' }],
      text: '[{"name":"A","year":2020},{"name":"B"}]',
    },
    {
      schema: { type: 'array', items: { type: 'object', properties: { price: { 'x-field': 'money' } } }, minItems: 1 },
      value: [{ price: 5 }, { price: null }],
      reads: [{ price: { amount: '5.00', currency: 'EUR' } }],
      text: '[{"price":{"amount":"5.00","currency":"EUR"}}]',
    },
  ],
  badExamples: [
    {
      schema: { type: 'array', items: { type: 'object', properties: { year: { type: 'integer' } } } },
      value: [{ year: 1.5 }],
      code: 'type',
    },
    {
      schema: { type: 'array', items: { type: 'object', properties: { year: { type: 'integer' } } }, maxItems: 1 },
      value: [{ year: 1 }, { year: 2 }],
      code: 'maxItems',
    },
    {
      schema: {
        type: 'array',
        items: { type: 'object', properties: { rate: { 'x-field': 'percent', 'x-maximum': 100 } } },
      },
      value: [{ rate: 101 }],
      code: 'maximum',
    },
  ],
})

/** A row in which nothing is written is no row. */
const normaliseRows = (value: Json, normalise: (row: Json) => Json): Json =>
  isList(value) ? value.map(normalise).filter((row, index) => row !== null || value[index] === null) : value

const mapRows = (value: Json, map: (row: Json) => Json): Json => (isList(value) ? value.map(map) : value)

const ofRows = <Found>(value: Json, find: (row: Json, pointer: string) => readonly Found[]): readonly Found[] =>
  isList(value) ? value.flatMap((row, index) => find(row, pointerStep(index))) : []
