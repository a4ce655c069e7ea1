import { filterShape, fieldPath, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

const property = {
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
    'x-options': { type: 'string' },
    'x-link': {
      type: 'object',
      required: ['module'],
      properties: {
        module: { type: 'string' },
        inverse: { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9]{0,59}$' },
        onDelete: { enum: ['restrict', 'cascade', 'clear'] },
      },
      additionalProperties: false,
    },
  },
} as const

/** `modules/<name>.json`: any JSON Schema of an object; Telar's own words start with `x-`. */
export const moduleDocument: DocumentKind = {
  kind: 'module',
  title: { en: 'Module', es: 'Módulo' },
  path: new RegExp(`^modules/(${namePattern})\\.json$`),
  example: 'modules/account.json',
  schema: {
    type: 'object',
    properties: {
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
      properties: { type: 'object', additionalProperties: property },
    },
  },
}
