import { isObject, objectAt, type Json } from '../json.ts'
import { fill, type Language, type Text } from '../language.ts'
import { operators } from '../operators/index.ts'
import type { BadExample, FieldExample, FieldGroup, FieldType } from './field-type.ts'
import { fieldTypes } from './index.ts'
import { settingsIn } from './setting.ts'
import { valueTexts } from './value-texts.ts'

/** The page that documents every field type, made from what the types say of themselves; Markdown. */
export const fieldTypeDocs = (language: Language): string =>
  [
    `# ${words.title[language]}`,
    words.intro[language],
    ...groups.flatMap((group) => [
      `## ${groupTitles[group][language]}`,
      ...typesOf(group).map((type) => section(type, language)),
    ]),
  ].join('\n\n') + '\n'

/** What the groups of the palette are called. */
export const groupTitles: Readonly<Record<FieldGroup, Text>> = {
  text: { en: 'Texts', es: 'Textos' },
  number: { en: 'Numbers', es: 'Números' },
  date: { en: 'Dates', es: 'Fechas' },
  choice: { en: 'Choices', es: 'Opciones' },
  relation: { en: 'Relations', es: 'Relaciones' },
  person: { en: 'People', es: 'Personas' },
  structure: { en: 'Structures', es: 'Estructuras' },
}

const groups: readonly FieldGroup[] = ['text', 'number', 'date', 'choice', 'relation', 'person', 'structure']

const typesOf = (group: FieldGroup): readonly FieldType[] =>
  [...fieldTypes.values()].filter((type) => type.group === group)

const words = {
  title: { en: 'Field types', es: 'Tipos de campo' },
  intro: {
    en: 'What a field can be. `x-field` names the type in a module document; where the standard words of JSON Schema say it already, it may be left out.',
    es: 'Lo que puede ser un campo. `x-field` nombra el tipo en el documento de un módulo; si las palabras normales de JSON Schema ya lo dicen, puede omitirse.',
  },
  recognised: { en: 'Recognised without `x-field`: {schema}.', es: 'Se reconoce sin `x-field`: {schema}.' },
  settings: { en: 'Settings', es: 'Ajustes' },
  setting: { en: 'Word', es: 'Palabra' },
  meaning: { en: 'Meaning', es: 'Significado' },
  values: { en: 'Values', es: 'Valores' },
  filters: { en: 'Filters', es: 'Filtros' },
  part: { en: 'part', es: 'parte' },
  sorted: { en: 'Records can be sorted by it.', es: 'Los registros se pueden ordenar por él.' },
  unsorted: { en: 'Records cannot be sorted by it.', es: 'Los registros no se pueden ordenar por él.' },
  examples: { en: 'Examples', es: 'Ejemplos' },
  property: { en: 'Property', es: 'Propiedad' },
  written: { en: 'Written', es: 'Se escribe' },
  read: { en: 'Read', es: 'Se lee' },
  text: { en: 'As text (English)', es: 'Como texto (en inglés)' },
  refused: { en: 'Refused', es: 'Se rechaza' },
  why: { en: 'Because', es: 'Porque' },
} satisfies Record<string, Text>

const section = (type: FieldType, language: Language): string =>
  [
    `### ${type.title[language]} (\`${type.kind}\`)`,
    type.description[language],
    ...recognised(type, language),
    ...settings(type, language),
    ...filters(type, language),
    words[isSortable(type) ? 'sorted' : 'unsorted'][language],
    `**${words.examples[language]}**`,
    examples(type.examples, language),
    refusals(type.badExamples, language),
  ].join('\n\n')

const recognised = (type: FieldType, language: Language): readonly string[] => {
  const plain = type.examples.find(({ schema }) => !('x-field' in schema))
  return plain === undefined ? [] : [fill(words.recognised[language], { schema: code(plain.schema) })]
}

const settings = (type: FieldType, language: Language): readonly string[] => {
  const rows = Object.entries(objectAt(settingsIn(type, language), 'properties') ?? {}).map(([name, schema]) => [
    `\`${name}\``,
    titleOf(schema),
    code(valuesOf(schema)),
  ])
  return rows.length === 0
    ? []
    : [
        `**${words.settings[language]}**`,
        table([words.setting[language], words.meaning[language], words.values[language]], rows),
      ]
}

const filters = (type: FieldType, language: Language): readonly string[] => {
  const lines = Object.entries(type.operators).map(([part, names], index) => {
    const labels = names.map((name) => `${operators.get(name)?.label[language] ?? name} (\`${name}\`)`).join(', ')
    return index === 0 ? `- ${labels}` : `- ${words.part[language]} \`${part}\`: ${labels}`
  })
  return lines.length === 0 ? [] : [`**${words.filters[language]}**`, lines.join('\n')]
}

/** Whether a type can be sorted by does not depend on the field, only how. */
const isSortable = (type: FieldType): boolean => type.sort({ options: [] }) !== undefined

const examples = (list: readonly FieldExample[], language: Language): string =>
  table(
    [words.property[language], words.written[language], words.read[language], words.text[language]],
    list.map(({ schema, value, reads = value, text }) => [code(schema), code(value), code(reads), cell(text)]),
  )

const refusals = (list: readonly BadExample[], language: Language): string =>
  table(
    [words.property[language], words.refused[language], words.why[language]],
    list.map(({ schema, value, code: reason }) => [
      code(schema),
      code(value),
      `${reasonFor(reason, language)} (\`${reason}\`)`,
    ]),
  )

const reasonFor = (reason: string, language: Language): string =>
  cell(valueTexts[reason]?.[language] ?? reason).replace(/\{\w+\}/g, '…')

const titleOf = (schema: Json): string =>
  isObject(schema) && typeof schema['title'] === 'string' ? cell(schema['title']) : ''

/** The schema of a setting without what describes it. */
const valuesOf = (schema: Json): Json => {
  if (!isObject(schema)) return schema
  const { title: _title, 'x-titles': _titles, properties, ...words } = schema
  const inside = isObject(properties)
    ? Object.entries(properties).map(([name, part]) => [name, valuesOf(part)])
    : undefined
  return inside === undefined ? words : { ...words, properties: Object.fromEntries(inside) }
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const code = (value: Json): string => `\`${JSON.stringify(value).replaceAll('|', '\\|')}\``

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')
