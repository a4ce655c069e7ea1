import type { Localise } from '../derive/localise.ts'
import { type Issue, problem } from '../issue/issue.ts'
import type { Module } from '../model.ts'
import { isAtLeast } from './access.ts'
import type { Action, FieldRight } from './actions.ts'
import type { RoleGrant } from './role-grants.ts'
import type { ScopeName } from './scope-names.ts'

/** What one role says of a question about rights, and why. */
export interface Reason {
  readonly role: string
  readonly title: string
  /** Teams through which the person has the role; empty = the person has it. */
  readonly through: readonly string[]
  readonly scope: ScopeName | 'where'
  /** Whether this role alone would allow it. */
  readonly allows: boolean
  /** In words: a code with parameters, as any other message. */
  readonly because: Issue
}

/** The question, and what was found out about the record it is about. */
export interface ExplainedQuestion {
  readonly module: Module
  readonly action: Action
  /** How roles and modules are called by whoever asks. */
  readonly say: Localise
  readonly field: { readonly name: string; readonly title: string; readonly needs: FieldRight } | undefined
  /** Of the record, if the question is about one: whether it lies in the role's scope, and whether sharing adds it. */
  readonly record: { readonly isInScope: boolean; readonly isShared: boolean } | undefined
}

/** The reason of one role, from the same pieces that rights are added up from. */
export const reasonOf = (grant: RoleGrant, question: ExplainedQuestion): Reason => {
  const code = codeOf(grant, question)
  const scope = typeof grant.scope === 'string' ? grant.scope : 'where'
  const { module, say } = question
  const title = say(grant.role.id, grant.role.title)
  const params = {
    role: title,
    action: question.action,
    module: say(`${module.id}.plural`, module.plural),
    scope,
    ...(question.field === undefined ? {} : { field: question.field.title }),
  }
  return {
    role: grant.role.name,
    title,
    through: grant.through,
    scope,
    allows: allowing.has(code),
    because: problem(code === 'EXPLAIN_IN_SCOPE' || code === 'EXPLAIN_SHORT' ? `${code}.${scope}` : code, { params }),
  }
}

const allowing: ReadonlySet<string> = new Set(['EXPLAIN_IN_SCOPE', 'EXPLAIN_SHARED'])

const codeOf = (grant: RoleGrant, { field, record }: ExplainedQuestion): string => {
  if (grant.scope === 'none') return 'EXPLAIN_NOT_ALLOWED'
  if (field !== undefined && !isAtLeast(grant.right(field.name), field.needs)) return 'EXPLAIN_FIELD'
  if (record === undefined || record.isInScope) return 'EXPLAIN_IN_SCOPE'
  return record.isShared ? 'EXPLAIN_SHARED' : 'EXPLAIN_SHORT'
}
