import { optionColors } from '../model.ts'
import { namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** `options/<name>.json`: the choices that select fields share. */
export const optionsDocument: DocumentKind = {
  kind: 'options',
  title: { en: 'Option list', es: 'Lista de opciones' },
  path: new RegExp(`^options/(${namePattern})\\.json$`),
  example: 'options/opportunity-stage.json',
  schema: {
    type: 'object',
    required: ['title', 'options'],
    properties: {
      'x-id': stableId,
      title: { type: 'string', minLength: 1, maxLength: 200 },
      description: { type: 'string' },
      options: {
        type: 'array',
        items: {
          type: 'object',
          required: ['value', 'label'],
          properties: {
            'x-id': stableId,
            value: { type: ['string', 'number', 'boolean'] },
            label: { type: 'string', minLength: 1, maxLength: 200 },
            color: { enum: [...optionColors] },
            description: { type: 'string' },
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
}
