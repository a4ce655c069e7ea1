import type { AccessQuestion, TelarError } from '@telar/client'
import { stringAt } from '@telar/metadata'

/** Which right it was that was missing, as the refusal names it. */
export const questionOf = (
  { status, issues }: Pick<TelarError, 'status' | 'issues'>,
  { module, record }: { readonly module: string; readonly record: string | undefined },
): AccessQuestion | undefined => {
  const [issue] = issues
  if (status !== 403 || issue === undefined) return undefined
  if (issue.code === 'FIELD_NOT_WRITABLE')
    return { module, action: record === undefined ? 'create' : 'update', record, field: issue.pointer.split('/')[1] }
  const action = stringAt(issue.params, 'action')
  if (action === undefined) return undefined
  // A right on another module was missing: linking to an account, say.
  const other = issue.code === 'NO_ROLE_ALLOWS' ? stringAt(issue.params, 'module') : undefined
  return other === undefined || other === module ? { module, action, record } : { module: other, action }
}
