import { isObject, type JsonObject } from '../json.ts'
import { defineFieldType } from './define-field-type.ts'
import { textOperators } from './operator-sets.ts'
import { readPersonName, writePersonName } from './person-name-text.ts'
import {
  normaliseTextParts,
  readTextParts,
  storeTextParts,
  textIn,
  textPartOperand,
  textPartsSchema,
  wholePart,
} from './text-parts.ts'

const parts = ['prefix', 'first', 'middle', 'last'] as const

export const personName = defineFieldType({
  kind: 'person-name',
  title: { en: 'Name of a person', es: 'Nombre de persona' },
  description: {
    en: 'The name of a person in its parts, shown as people say it and sorted by the last name.',
    es: 'El nombre de una persona por partes. Se muestra como se dice y se ordena por apellidos.',
  },
  group: 'person',
  icon: 'id',
  storage: {
    type: 'columns',
    parts: { [wholePart]: 'text', prefix: 'text', first: 'text', middle: 'text', last: 'text' },
  },
  valueSchema: () => textPartsSchema(parts),
  normalise: normaliseTextParts,
  store: (value) => storeTextParts(value, parts, asSaid),
  read: (cells) => readTextParts(cells, parts),
  operand: (value, part) => textPartOperand(normaliseTextParts(value), part, asSaid),
  operators: {
    [wholePart]: textOperators,
    prefix: textOperators,
    first: textOperators,
    middle: textOperators,
    last: textOperators,
  },
  sort: () => ({ by: 'parts', parts: ['last', 'first'] }),
  measuredPart: wholePart,
  fromText: (text) => readPersonName(text),
  toText: (value) => (isObject(value) ? writePersonName(value) : ''),
  toLabel: (value) => (isObject(value) ? asSaid(value) : ''),
  searchedByDefault: true,
  widget: 'personName',
  view: 'personName',
  examples: [
    {
      schema: { 'x-field': 'person-name' },
      value: { prefix: '', first: ' Ana  María', last: 'López García' },
      reads: { first: 'Ana María', last: 'López García' },
      text: 'López García, Ana María',
    },
    {
      schema: { 'x-field': 'person-name' },
      value: { prefix: 'Dr.', first: 'John', middle: 'Q.', last: 'Public, Jr.' },
      text: '"Public, Jr.", John, Q., Dr.',
    },
    { schema: { 'x-field': 'person-name' }, value: { last: 'Ruiz' }, text: 'Ruiz,' },
  ],
  badExamples: [
    { schema: { 'x-field': 'person-name' }, value: { name: 'Ana' }, code: 'additionalProperties' },
    { schema: { 'x-field': 'person-name' }, value: { first: 5 }, code: 'type' },
    { schema: { 'x-field': 'person-name' }, value: 'Ana López', code: 'type' },
  ],
})

const asSaid = (value: JsonObject): string =>
  parts
    .map((part) => textIn(value, part))
    .filter((text) => text !== undefined)
    .join(' ')
