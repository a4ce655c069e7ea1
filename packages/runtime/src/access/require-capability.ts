import { type Access, type Capability, documentAt, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'

/** Refuses whoever has none of these capabilities. */
export const requireCapability = (access: Pick<Access, 'can'>, ...anyOf: readonly Capability[]): void => {
  if (anyOf.some(access.can)) return
  throw new TelarError('FORBIDDEN', {
    issues: anyOf.slice(0, 1).map((capability) => problem('CAPABILITY_MISSING', { params: { capability } })),
  })
}

/** Documents that say what people may do: whoever drafts the rest of the definition gives himself no rights by it. */
const kindsOfRights = new Set(['role', 'sharing'])

/** Whether a document says what people may do. */
export const saysRights = (path: string): boolean => kindsOfRights.has(documentAt(path)?.kind.kind ?? '')

/** Refuses documents that the person may not draft. */
export const requireDrafting = (access: Pick<Access, 'can'>, paths: Iterable<string>): void => {
  for (const path of paths) requireCapability(access, saysRights(path) ? 'manageRoles' : 'design')
}

/** Refuses a change set that says what people may do, whoever drafted it, to those who may not say it. */
export const requirePublishing = (access: Pick<Access, 'can'>, paths: Iterable<string>): void => {
  if ([...paths].some(saysRights)) requireCapability(access, 'manageRoles')
}
