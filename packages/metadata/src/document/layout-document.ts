import { fieldPath, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `layouts/<module>.<name>.json`: how a record is drawn, as a JSON Forms UI Schema. */
export const layoutDocument: DocumentKind = {
  kind: 'layout',
  title: { en: 'Layout', es: 'Diseño' },
  path: new RegExp(`^layouts/(${namePattern}\\.[a-z][a-zA-Z0-9-]{0,59})\\.json$`),
  example: 'layouts/opportunity.default.json',
  named: 'module',
  schema: {
    type: 'object',
    required: ['module', 'kind', 'ui'],
    properties: {
      'x-id': stableId,
      module: { type: 'string' },
      kind: { enum: ['record', 'quickCreate'] },
      title: { type: 'string', maxLength: 200 },
      highlights: { type: 'array', maxItems: 8, items: fieldPath },
      ui: { type: 'object', required: ['type'] },
      related: {
        type: 'array',
        items: {
          type: 'object',
          required: ['link'],
          properties: {
            link: fieldPath,
            columns: { type: 'array', items: fieldPath },
            sort: { type: 'array', items: fieldPath },
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
}
