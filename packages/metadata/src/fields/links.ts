import { pointerStep } from '../issue/issue.ts'
import { isList, isObject, objectAt, type Json, type JsonObject } from '../json.ts'
import { isUuid } from './cell.ts'
import { compositeProblems, compositeReferences, compositeSchema, normaliseComposite } from './composite-value.ts'
import { constraints, defineFieldType } from './define-field-type.ts'
import type { Field, Reference, TextContext, TextReading } from './field-type.ts'
import { joinTexts, splitTexts } from './list-text.ts'
import { normaliseReference, readReferenceText, referenceLabel } from './reference-value.ts'
import { inverseName, setting } from './setting.ts'
import { understood } from './value-problem.ts'

const first = '0198c1e2-7a4b-7c3d-8e5f-0123456789ab'
const second = '0198c1e2-7a4b-7c3d-8e5f-0123456789ac'

export const links = defineFieldType({
  kind: 'links',
  title: { en: 'Links to many', es: 'Enlaces a varios' },
  description: {
    en: 'Any number of records of another module, each of which may be linked to many here: the contacts of a campaign. A link may have fields of its own, such as a role.',
    es: 'Varios registros de otro módulo, cada uno de los cuales puede estar enlazado aquí con muchos: los contactos de una campaña. Un enlace puede tener campos propios, como una función.',
  },
  group: 'relation',
  icon: 'affiliate',
  settings: {
    type: 'object',
    required: ['x-link'],
    properties: {
      'x-link': setting(
        { en: 'Links to', es: 'Enlaza con' },
        {
          type: 'object',
          required: ['module'],
          properties: {
            module: setting({ en: 'Module', es: 'Módulo' }, { type: 'string' }),
            inverse: setting(
              { en: 'Name of the list on the other side', es: 'Nombre de la lista en el otro lado' },
              inverseName,
            ),
          },
          additionalProperties: false,
        },
      ),
      'x-inverse-title': setting(
        { en: 'Title of the list on the other side', es: 'Título de la lista en el otro lado' },
        { type: 'string' },
      ),
      'x-attributes': setting(
        { en: 'Fields of each link', es: 'Campos de cada enlace' },
        { type: 'object', properties: { properties: { type: 'object' } } },
      ),
    },
  },
  storage: { type: 'links' },
  valueSchema: (field) => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: 'string', format: 'uuid' },
        label: { type: ['string', 'null'] },
        ...(field.children.size === 0 ? {} : { attributes: compositeSchema(constraints(attributesOf(field)), field) }),
      },
      required: ['id'],
      additionalProperties: false,
    },
  }),
  normalise: (value, field) => (isList(value) ? withoutTwins(value.map((item) => normaliseLink(item, field))) : value),
  check: (value, field) =>
    ofLinks(value, (item, pointer) =>
      compositeProblems(item['attributes'] ?? null, field.children, `${pointer}/attributes`),
    ),
  store: () => ({}),
  read: () => null,
  references: (value, field) => ofLinks(value, (item, pointer) => referencesIn(item, field, pointer)),
  operand: () => undefined,
  operators: {},
  sort: () => undefined,
  measures: [],
  grouping: undefined,
  fromText: (text, field, context) => readLinks(text, field, context),
  toText: (value) => (isList(value) ? joinTexts(value.map(referenceLabel), ';') : ''),
  nestable: false,
  widget: 'links',
  view: 'links',
  examples: [
    {
      schema: { 'x-field': 'links', 'x-link': { module: 'contact' } },
      value: [first, { id: second.toUpperCase() }, first],
      reads: [{ id: first }, { id: second }],
      text: `${first}; ${second}`,
    },
    {
      schema: {
        'x-field': 'links',
        'x-link': { module: 'contact' },
        'x-attributes': { properties: { role: { type: 'string' } } },
      },
      value: [{ id: first, attributes: { role: ' speaker ' } }],
      reads: [{ id: first, attributes: { role: 'speaker' } }],
      text: first,
    },
  ],
  badExamples: [
    { schema: { 'x-field': 'links', 'x-link': { module: 'contact' } }, value: first, code: 'type' },
    { schema: { 'x-field': 'links', 'x-link': { module: 'contact' } }, value: [{ label: 'Ana' }], code: 'required' },
    { schema: { 'x-field': 'links', 'x-link': { module: 'contact' } }, value: [{ id: 'ana' }], code: 'format' },
  ],
})

const attributesOf = ({ schema }: Field): JsonObject => objectAt(schema, 'x-attributes') ?? {}

const normaliseLink = (item: Json, field: Field): Json => {
  const id = normaliseReference(item)
  if (!isObject(item)) return typeof id === 'string' ? { id } : item
  const { label: _label, attributes, ...rest } = item
  const values = attributes === undefined ? null : normaliseComposite(attributes, field)
  return { ...rest, ...(typeof id === 'string' ? { id } : {}), ...(values === null ? {} : { attributes: values }) }
}

/** The same record twice is one link; the first one counts. */
const withoutTwins = (links: readonly Json[]): Json => {
  const seen = new Set<Json>()
  return links.filter((item) => {
    const id = isObject(item) ? item['id'] : undefined
    if (id === undefined) return true
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}

const referencesIn = (item: JsonObject, field: Field, pointer: string): readonly Reference[] => {
  const id = item['id']
  const own = typeof id === 'string' && isUuid(id) ? [{ pointer, field, id }] : []
  return [...own, ...compositeReferences(item['attributes'] ?? null, field.children, `${pointer}/attributes`)]
}

const ofLinks = <Found>(value: Json, find: (item: JsonObject, pointer: string) => readonly Found[]): readonly Found[] =>
  isList(value) ? value.flatMap((item, index) => (isObject(item) ? find(item, pointerStep(index)) : [])) : []

/** Labels or ids apart by semicolons or line ends. */
const readLinks = (text: string, field: Field, context: TextContext): TextReading => {
  const names = splitTexts(text.replace(/[\r\n]+/g, ';'), ';').filter((name) => name !== '')
  const readings = names.map((name) => readReferenceText(name, field, context))
  const failed = readings.find((reading) => !reading.ok)
  return failed ?? understood(normaliseReadings(readings))
}

const normaliseReadings = (readings: readonly TextReading[]): Json =>
  withoutTwins(readings.flatMap((reading) => (reading.ok ? [{ id: reading.value }] : [])))
