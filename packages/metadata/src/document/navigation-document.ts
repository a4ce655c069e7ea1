import { stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `navigation.json`: what stands in the sidebar, in order. */
export const navigationDocument: DocumentKind = {
  kind: 'navigation',
  title: { en: 'Navigation', es: 'Navegación' },
  path: /^(navigation)\.json$/,
  example: 'navigation.json',
  schema: {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: { $ref: '#/$defs/item' } } },
    additionalProperties: false,
    $defs: {
      item: {
        type: 'object',
        properties: {
          'x-id': stableId,
          module: { type: 'string' },
          group: { type: 'string', minLength: 1, maxLength: 200 },
          items: { type: 'array', items: { $ref: '#/$defs/item' } },
        },
        oneOf: [{ required: ['module'] }, { required: ['group', 'items'] }],
        additionalProperties: false,
      },
    },
  },
}
