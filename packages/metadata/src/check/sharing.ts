import { rightsIn } from '../access/role-grants.ts'
import { checkFilter } from '../filter/check.ts'
import { type Issue, problem, warning } from '../issue/issue.ts'
import type { Model, Module, SharingRule } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import { unknownModule } from './unknown-module.ts'

/** Sharing rules name modules and roles that exist, under conditions that can be answered. Teams are data, and may come later. */
export const sharing: CheckRule = ({ model }) =>
  model.sharing.flatMap((rule) => {
    const file = `sharing/${rule.module}/${rule.name}.json`
    const module = model.modules.get(rule.module)
    return module === undefined
      ? [unknownModule(model, rule.module, { file, pointer: '/module' })]
      : [
          ...checkFilter(model, module, rule.where).map((issue) => ({
            ...issue,
            file,
            pointer: `/where${issue.pointer}`,
          })),
          ...recipientIssues(model, module, rule).map((issue) => ({ ...issue, file, pointer: '/to/role' })),
        ]
  })

const recipientIssues = (model: Model, module: Module, { to, level }: SharingRule): readonly Issue[] => {
  if (!('role' in to)) return []
  const known = [...model.roles.values()]
  const role = known.find(({ name }) => name === to.role)
  if (role === undefined)
    return [problem('ROLE_UNKNOWN', { params: { role: to.role, known: known.map(({ name }) => name) } })]
  // A share widens the rows of a right; it gives none.
  const scopes = rightsIn(role, module)?.scopes
  const lacking = (['read', ...(level === 'write' ? (['update'] as const) : [])] as const).find(
    (action) => (scopes?.[action] ?? 'none') === 'none',
  )
  return lacking === undefined
    ? []
    : [warning('SHARING_WITHOUT_RIGHT', { params: { role: role.title, action: lacking, module: module.title } })]
}
