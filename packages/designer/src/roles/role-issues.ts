import type { PlanIssue } from '@telar/client'
import { type Action, actions } from '@telar/metadata'

/** What is wrong with a role, by the place in the editor: `account read`, `account fields`, `account`, or '' for the rest. */
export type RoleIssues = ReadonlyMap<string, readonly PlanIssue[]>

export const cellKey = (module: string, action: Action | 'fields'): string => `${module} ${action}`

/** Issues of the role's own document, at their cells. */
export const roleIssues = (path: string, issues: readonly PlanIssue[]): RoleIssues => {
  const found = new Map<string, PlanIssue[]>()
  for (const issue of issues) {
    if (issue.file !== path) continue
    const key = placeOf(issue.pointer)
    found.set(key, [...(found.get(key) ?? []), issue])
  }
  return found
}

const placeOf = (pointer: string): string => {
  const [root, module = '', part = ''] = pointer.split('/').slice(1).map(unescaped)
  if (root !== 'modules') return ''
  const action = actions.find((one) => one === part)
  if (action !== undefined) return cellKey(module, action)
  return part === 'fields' ? cellKey(module, 'fields') : module
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
