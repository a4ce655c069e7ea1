import { actions } from '../access/actions.ts'
import { capabilities } from '../access/capabilities.ts'
import { scopeNames } from '../access/scope-names.ts'
import { filterShape, namePattern, stableId } from './document-kind.ts'
import type { DocumentKind } from './document-kind.ts'

/** A step of the ladder or a condition; each keyword speaks of its own type, so that a mistake is told once. */
const scope = {
  type: ['string', 'object'],
  pattern: `^(${scopeNames.join('|')})$`,
  required: ['where'],
  properties: { where: filterShape },
  additionalProperties: false,
} as const

const moduleRights = {
  type: 'object',
  properties: {
    ...Object.fromEntries(actions.map((action) => [action, scope])),
    fields: { type: 'object', additionalProperties: { enum: ['hidden', 'read', 'write'] } },
  },
  additionalProperties: false,
} as const

/** `roles/<name>.json`: what somebody with this role may do. What is not named is not allowed. */
export const roleDocument: DocumentKind = {
  kind: 'role',
  title: { en: 'Role', es: 'Rol' },
  path: new RegExp(`^roles/(${namePattern})\\.json$`),
  example: 'roles/sales-representative.json',
  schema: {
    type: 'object',
    required: ['title', 'modules'],
    properties: {
      'x-id': stableId,
      title: { type: 'string', minLength: 1, maxLength: 200 },
      description: { type: 'string', maxLength: 2000 },
      modules: { type: 'object', additionalProperties: moduleRights },
      capabilities: { type: 'array', uniqueItems: true, items: { enum: Object.keys(capabilities) } },
    },
    additionalProperties: false,
  },
}
