import { fieldPath, filterShape, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `views/<module>/<name>.json`: a named list with its filter, order, columns and totals. */
export const viewDocument: DocumentKind = {
  kind: 'view',
  title: { en: 'View', es: 'Vista' },
  path: new RegExp(`^views/(${namePattern}/${namePattern})\\.json$`),
  example: 'views/opportunity/my-open-deals.json',
  named: 'module',
  schema: {
    type: 'object',
    required: ['module', 'kind', 'title', 'columns'],
    properties: {
      'x-id': stableId,
      module: { type: 'string' },
      kind: { enum: ['list'] },
      title: { type: 'string', minLength: 1, maxLength: 200 },
      filter: filterShape,
      sort: { type: 'array', items: fieldPath },
      columns: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['field'],
          properties: { field: fieldPath, width: { type: 'integer', minimum: 40, maximum: 1000 } },
          additionalProperties: false,
        },
      },
      totals: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'measure'],
          properties: {
            field: fieldPath,
            measure: { enum: ['count', 'countDistinct', 'sum', 'average', 'min', 'max'] },
          },
          additionalProperties: false,
        },
      },
      default: { type: 'boolean' },
    },
    additionalProperties: false,
  },
}
