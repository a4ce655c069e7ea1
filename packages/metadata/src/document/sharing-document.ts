import { filterShape, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

const name = { type: 'string', minLength: 1, maxLength: 60 } as const

/** `sharing/<module>/<name>.json`: records that meet a condition are shared with everybody of a role or a team. */
export const sharingDocument: DocumentKind = {
  kind: 'sharing',
  title: { en: 'Sharing rule', es: 'Regla de compartición' },
  path: new RegExp(`^sharing/(${namePattern}/${namePattern})\\.json$`),
  example: 'sharing/account/retail-for-service.json',
  named: 'module',
  schema: {
    type: 'object',
    required: ['module', 'title', 'where', 'level', 'to'],
    properties: {
      'x-id': stableId,
      module: { type: 'string' },
      title: { type: 'string', minLength: 1, maxLength: 200 },
      where: filterShape,
      level: { enum: ['read', 'write'] },
      to: {
        type: 'object',
        properties: { role: name, team: name },
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  },
}
