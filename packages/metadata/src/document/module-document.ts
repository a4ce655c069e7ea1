import { filterShape, fieldPath, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** The shapes of Telar's own words beside a property; each field type describes its settings itself. */
export const propertyWords = {
  type: ['object', 'boolean'],
  properties: {
    'x-id': stableId,
    'x-field': { type: 'string' },
    'x-unique': { type: 'boolean' },
    'x-indexed': { type: 'boolean' },
    'x-searchable': { type: 'boolean' },
    'x-timeline': { type: 'boolean' },
    'x-personal': { type: 'boolean' },
    'x-sensitive': { type: 'boolean' },
    'x-visible': filterShape,
    'x-required': filterShape,
    'x-readonly': filterShape,
    'x-alias': { type: 'array', items: { type: 'string' } },
    'x-formula': { type: 'string', maxLength: 10_000 },
    'x-default': { type: 'string', maxLength: 10_000 },
    'x-rollup': { type: 'object' },
  },
} as const

/** The shapes of Telar's own words beside a module. */
export const moduleWords = {
  'x-module': {
    type: 'object',
    properties: {
      id: stableId,
      plural: { type: 'string', maxLength: 200 },
      icon: { type: 'string', maxLength: 60 },
      name: { type: 'string', minLength: 1, maxLength: 400 },
      owned: { type: 'boolean' },
    },
    additionalProperties: false,
  },
  'x-unique': { type: 'array', items: { type: 'array', minItems: 1, items: fieldPath } },
  'x-indexes': { type: 'array', items: { type: 'array', minItems: 1, items: fieldPath } },
} as const

/** `modules/<name>.json`: any JSON Schema of an object; Telar's own words start with `x-`. */
export const moduleDocument: DocumentKind = {
  kind: 'module',
  title: { en: 'Module', es: 'Módulo' },
  path: new RegExp(`^modules/(${namePattern})\\.json$`),
  example: 'modules/account.json',
  schema: {
    type: 'object',
    // Without `x-module` it is somebody else's schema, whose `x-` words may mean anything.
    if: { required: ['x-module'] },
    // oxlint-disable-next-line no-thenable -- the word is called so
    then: {
      properties: {
        ...moduleWords,
        properties: { type: 'object', additionalProperties: propertyWords },
      },
    },
  },
}
