import { namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `ids/<module>.json`: stable ids beside somebody else's schema, which itself stays untouched (decisions.md 2). */
export const idsDocument: DocumentKind = {
  kind: 'ids',
  title: { en: 'Ids', es: 'Identificadores' },
  path: new RegExp(`^ids/(${namePattern})\\.json$`),
  example: 'ids/vessel.json',
  schema: {
    type: 'object',
    required: ['module', 'properties'],
    properties: {
      module: stableId,
      properties: { type: 'object', additionalProperties: stableId },
    },
    additionalProperties: false,
  },
}
