import type { DocumentKind } from './document-kind.ts'
import { stableId } from './document-kind.ts'

/** `telar.json`: name, version, languages and money of the application. */
export const appDocument: DocumentKind = {
  kind: 'app',
  title: { en: 'Application', es: 'Aplicación' },
  path: /^(telar)\.json$/,
  example: 'telar.json',
  schema: {
    type: 'object',
    required: ['name', 'title', 'version'],
    properties: {
      'x-id': stableId,
      name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' },
      title: { type: 'string', minLength: 1, maxLength: 200 },
      version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
      languages: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' } },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
      currencies: {
        type: 'object',
        propertyNames: { pattern: '^[A-Z]{3}$' },
        additionalProperties: { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,12})?$' },
      },
      timeZone: { type: 'string', minLength: 1, maxLength: 60 },
      userAttributes: {
        type: 'object',
        propertyNames: { pattern: '^[a-z][a-zA-Z0-9]{0,39}$', not: { enum: ['id', 'teams'] } },
        additionalProperties: {
          type: 'object',
          required: ['title'],
          properties: { title: { type: 'string', minLength: 1, maxLength: 100 } },
          additionalProperties: false,
        },
      },
      requires: { type: 'object' },
      base: { type: 'object' },
    },
    additionalProperties: false,
  },
}
