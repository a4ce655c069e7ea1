import { isList, objectAt, type Json } from '../json.ts'
import { constraints, defineFieldType, mainPart } from './define-field-type.ts'
import type { Field, TextContext, TextReading } from './field-type.ts'
import { joinTexts, splitTexts } from './list-text.ts'
import { listOperators } from './operator-sets.ts'
import { choicesIn, choiceSchema, chosen, readOptionText, storedOption, writeOptionText } from './select.ts'
import { setting } from './setting.ts'
import { understood } from './value-problem.ts'

export const multiSelect = defineFieldType({
  kind: 'multi-select',
  title: { en: 'Several choices', es: 'Opción múltiple' },
  description: {
    en: 'Any number of options of a list: interests, channels, languages spoken.',
    es: 'Varias opciones de una lista: intereses, canales, idiomas.',
  },
  group: 'choice',
  icon: 'list-check',
  settings: {
    type: 'object',
    properties: {
      'x-options': setting({ en: 'Option list', es: 'Lista de opciones' }, { type: 'string' }),
      minItems: setting({ en: 'Fewest choices', es: 'Mínimo de opciones' }, { type: 'integer', minimum: 0 }),
      maxItems: setting({ en: 'Most choices', es: 'Máximo de opciones' }, { type: 'integer', minimum: 1 }),
    },
  },
  recognise: (schema) => (choicesIn(objectAt(schema, 'items') ?? {}) ? 40 : 0),
  storage: { type: 'columns', parts: { [mainPart]: 'textList' } },
  valueSchema: (field) => ({
    type: 'array',
    ...(field.origin === 'telar' ? { uniqueItems: true, ...(field.required ? { minItems: 1 } : {}) } : {}),
    ...constraints(field.schema),
    items: choiceSchema(objectAt(field.schema, 'items') ?? {}, field),
  }),
  normalise: (value, field) => normaliseChoices(value, field),
  store: (value) => ({ [mainPart]: isList(value) ? value.map(storedOption) : null }),
  read: (cells, { options }) => {
    const cell = cells[mainPart]
    return isList(cell)
      ? cell.map((item) => options.find(({ value }) => storedOption(value) === item)?.value ?? item)
      : null
  },
  operators: { [mainPart]: listOperators },
  sort: () => undefined,
  measures: ['count'],
  grouping: undefined,
  fromText: (text, field, context) => readChoices(text, field, context),
  toText: (value, field, context) =>
    isList(value)
      ? joinTexts(
          value.map((item) => writeOptionText(item, field, context)),
          ';',
        )
      : '',
  widget: 'multiSelect',
  view: 'multiSelect',
  examples: [
    { schema: { type: 'array', items: { enum: ['mail', 'phone'] } }, value: ['phone', 'mail'], text: 'phone; mail' },
    {
      schema: { type: 'array', items: { enum: ['a; b', 'c'] }, minItems: 1 },
      value: ['a; b', 'c', 'c'],
      reads: ['a; b', 'c'],
      text: '"a; b"; c',
    },
  ],
  badExamples: [
    { schema: { type: 'array', items: { enum: ['mail', 'phone'] } }, value: ['fax'], code: 'enum' },
    {
      schema: { type: 'array', items: { enum: ['mail', 'phone'] }, maxItems: 1 },
      value: ['mail', 'phone'],
      code: 'maxItems',
    },
    { schema: { type: 'array', items: { enum: ['mail', 'phone'] } }, value: 'mail', code: 'type' },
  ],
})

const normaliseChoices = (value: Json, field: Field): Json =>
  isList(value) && field.origin === 'telar' ? [...new Set(value.map((item) => chosen(item, field)))] : value

/** Options apart by semicolons or line ends, or by commas where that is no option by itself. */
const readChoices = (text: string, field: Field, context: TextContext): TextReading => {
  if (text.trim() === '') return understood([])
  const whole = readOptionText(text, field, context)
  if (whole.ok) return understood([whole.value])
  const separator = /[;\n]/.test(text) ? ';' : ','
  const readings = splitTexts(text.replace(/[\r\n]+/g, ';'), separator)
    .filter((name) => name !== '')
    .map((name) => readOptionText(name, field, context))
  const failed = readings.find((reading) => !reading.ok)
  return failed ?? understood(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])))
}
