import { isList, isObject, listAt, type Json, type JsonObject } from '../json.ts'
import { constraints, defineFieldType, mainPart, oneColumn } from './define-field-type.ts'
import type { Field, TextContext, TextReading } from './field-type.ts'
import { folded } from './folded.ts'
import { choiceOperators } from './operator-sets.ts'
import type { Option } from './option.ts'
import { setting } from './setting.ts'
import { notUnderstood, understood } from './value-problem.ts'

export const select = defineFieldType({
  kind: 'select',
  title: { en: 'Choice', es: 'Opción' },
  description: {
    en: 'One of a list of options: a stage, a priority, an industry. Records are sorted in the order of the list.',
    es: 'Una de una lista de opciones: una etapa, una prioridad, un sector. Los registros se ordenan según la lista.',
  },
  group: 'choice',
  icon: 'select',
  settings: {
    type: 'object',
    properties: {
      'x-options': setting({ en: 'Option list', es: 'Lista de opciones' }, { type: 'string' }),
    },
  },
  recognise: (schema) => (choicesIn(schema) ? 40 : 0),
  storage: oneColumn('text'),
  valueSchema: (field) => choiceSchema(field.schema, field),
  normalise: (value, field) => chosen(value, field),
  store: (value) => ({ [mainPart]: storedOption(value) }),
  read: (cells, { options }) => {
    const cell = cells[mainPart] ?? null
    return options.find(({ value }) => storedOption(value) === cell)?.value ?? cell
  },
  operand: (value) => (isChoice(value) ? storedOption(value) : undefined),
  operators: { [mainPart]: choiceOperators },
  sort: ({ options }) => ({ by: 'position', values: options.map(({ value }) => storedOption(value)) }),
  fromText: (text, field, context) => readOptionText(text, field, context),
  toText: (value, field, context) => writeOptionText(value, field, context),
  widget: 'select',
  view: 'select',
  examples: [
    { schema: { enum: ['new', 'won', 'lost'] }, value: 'won', text: 'won' },
    {
      schema: {
        oneOf: [
          { const: 1, title: 'Low' },
          { const: 2, title: 'High' },
        ],
      },
      value: 2,
      text: 'High',
    },
  ],
  badExamples: [
    { schema: { enum: ['new', 'won'] }, value: 'lost', code: 'enum' },
    { schema: { type: 'integer', enum: [1, 2] }, value: 3, code: 'enum' },
  ],
})

/** Constants said one by one become one `enum`, whose message a person understands. */
export const choiceSchema = (schema: JsonObject, { options }: Field): JsonObject => {
  const { oneOf, ...words } = constraints(schema)
  const constants = constantsOf(isList(oneOf) ? oneOf : [])
  const values = constants.length > 0 ? constants : options.map(({ value }) => value)
  return { ...(values.length > 0 ? { enum: values } : {}), ...words }
}

/** How the value of an option stands in its text column. */
export const storedOption = (value: Json): string => (typeof value === 'string' ? value : String(JSON.stringify(value)))

/** Whether a schema is a list of choices: `enum`, or `oneOf` of constants, of texts, numbers or yes/no, no two written alike. */
export const choicesIn = (schema: JsonObject): boolean => {
  const values = listAt(schema, 'enum') ?? constantsOf(listAt(schema, 'oneOf') ?? [])
  const choices = values.filter((value) => value !== null)
  return choices.length > 0 && choices.every(isChoice) && new Set(choices.map(storedOption)).size === choices.length
}

/** The option a text names: by its label in the reader's language, as written, or by its value. */
export const readOptionText = (text: string, { options }: Field, context: TextContext): TextReading => {
  const wanted = folded(text)
  const namesOf = (option: Option): readonly string[] => [
    context.say(option.id, option.label),
    option.label,
    storedOption(option.value),
  ]
  const exact = options.find((option) => namesOf(option)[0] === text.trim())
  const found =
    exact === undefined ? options.filter((option) => namesOf(option).some((name) => folded(name) === wanted)) : [exact]
  const [first, ...more] = found
  if (first === undefined)
    return notUnderstood('optionText', { text, options: options.map((option) => context.say(option.id, option.label)) })
  return more.length === 0
    ? understood(first.value)
    : notUnderstood('optionAmbiguous', { text, options: found.map(({ label }) => label) })
}

export const writeOptionText = (value: Json, { options }: Field, context: TextContext): string => {
  const option = options.find((candidate) => candidate.value === value)
  if (option !== undefined) return context.say(option.id, option.label)
  return value === null ? '' : storedOption(value)
}

/** In Telar's own modules `"2"` means 2 where 2 is an option. */
export const chosen = (value: Json, { options, origin }: Field): Json => {
  if (origin === 'foreign' || typeof value !== 'string') return value
  return options.find((option) => storedOption(option.value) === value.trim())?.value ?? value
}

const isChoice = (value: Json): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const constantsOf = (branches: readonly Json[]): readonly Json[] => {
  const constants = branches.map((branch) => (isObject(branch) ? branch['const'] : undefined))
  return constants.every((constant) => constant !== undefined) ? constants : []
}
