import { namePattern } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `rules/<module>.json`: before-save rules of a module; each rule's own settings are checked by its kind. */
export const rulesDocument: DocumentKind = {
  kind: 'rules',
  title: { en: 'Rules', es: 'Reglas' },
  path: new RegExp(`^rules/(${namePattern})\\.json$`),
  example: 'rules/quote.json',
  named: 'module',
  schema: {
    type: 'object',
    required: ['module', 'rules'],
    properties: {
      module: { type: 'string' },
      rules: { type: 'array', items: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } } },
    },
    additionalProperties: false,
  },
}
