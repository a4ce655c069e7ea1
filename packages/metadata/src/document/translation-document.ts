import type { DocumentKind } from './document-kind.ts'

/** `translations/<language>.json`: labels by stable id. */
export const translationDocument: DocumentKind = {
  kind: 'translation',
  title: { en: 'Translation', es: 'Traducción' },
  path: /^translations\/([a-z]{2}(?:-[A-Z]{2})?)\.json$/,
  example: 'translations/es.json',
  named: 'language',
  schema: {
    type: 'object',
    required: ['language', 'labels'],
    properties: {
      language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
      labels: { type: 'object', additionalProperties: { type: 'string', maxLength: 2000 } },
    },
    additionalProperties: false,
  },
}
