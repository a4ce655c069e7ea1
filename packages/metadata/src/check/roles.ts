import { isAtLeast } from '../access/access.ts'
import { type Action, actions, type FieldRight } from '../access/actions.ts'
import type { Scope } from '../access/scope-names.ts'
import { checkFilter } from '../filter/check.ts'
import { nearestNames } from '../filter/nearest-names.ts'
import { type Issue, pointerTo, problem, warning } from '../issue/issue.ts'
import type { Model, Module, Role, RoleRights } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import { unknownField } from './unknown-field.ts'
import { unknownModule } from './unknown-module.ts'

/** Roles name modules and fields that exist, under conditions that can be answered, and allow nothing that cannot be done. */
export const roles: CheckRule = ({ model }) =>
  [...model.roles.values()].flatMap((role) => {
    const file = `roles/${role.name}.json`
    return [...role.modules].flatMap(([name, rights]) => {
      const modules = modulesOf(model, role, name)
      return modules.length === 0 && name !== others
        ? [unknownModule(model, name, { file, pointer: pointerTo('modules', name) })]
        : rightsIssues({ model, name, modules, rights, file })
    })
  })

/** What a role says of every module that it does not name. */
const others = '*'

const modulesOf = (model: Model, role: Role, name: string): readonly Module[] => {
  if (name === others) return [...model.modules.values()].filter((module) => !role.modules.has(module.name))
  const module = model.modules.get(name)
  return module === undefined ? [] : [module]
}

interface Place {
  readonly model: Model
  /** As it is written: a module, or `*`. */
  readonly name: string
  /** Those that are meant. */
  readonly modules: readonly Module[]
  readonly rights: RoleRights
  readonly file: string
}

const rightsIssues = (place: Place): readonly Issue[] => [
  ...[...place.rights.fields].flatMap(([field, right]) => fieldIssues(place, field, right)),
  ...actions.flatMap((action) => scopeIssues(place, action)),
  ...unseen(place),
  ...place.modules.flatMap((module) => unwritable(place, module)),
]

const fieldIssues = ({ name, modules, file }: Place, field: string, right: FieldRight): readonly Issue[] => {
  const at = { file, pointer: pointerTo('modules', name, 'fields', field) }
  if (modules.some(({ fields }) => fields.has(field))) return []
  if (modules.some(({ systemFields }) => systemFields.has(field)))
    return right === 'hidden' ? [problem('ROLE_SYSTEM_FIELD_HIDDEN', { ...at, params: { field } })] : []
  const [whole = ''] = field.split('.')
  if (whole !== field && modules.some(({ fields }) => fields.has(whole)))
    return [problem('ROLE_FIELD_PART', { ...at, params: { field, whole } })]
  const [module] = modules
  return modules.length === 1 && module !== undefined
    ? [unknownField(module, field, at)]
    : [
        problem('FIELD_UNKNOWN', {
          ...at,
          params: { module: name, field, known: nearestNames(field, namesIn(modules)) },
        }),
      ]
}

const namesIn = (modules: readonly Module[]): readonly string[] => [
  ...new Set(modules.flatMap(({ fields }) => [...fields.keys()])),
]

/** A condition must be one that every module can answer that it is meant for. */
const scopeIssues = ({ model, name, modules, rights, file }: Place, action: Action): readonly Issue[] => {
  const scope = rights.scopes[action]
  const pointer = pointerTo('modules', name, action)
  if (typeof scope !== 'string') {
    const [issues = []] = modules
      .map((module) => checkFilter(model, module, scope.where))
      .filter((found) => found.length > 0)
    return issues.map((issue) => ({ ...issue, file, pointer: `${pointer}/where${issue.pointer}` }))
  }
  const [module] = modules
  return name !== others && module?.owned === false && isOfPeople(scope)
    ? [warning('ROLE_MODULE_NOT_OWNED', { file, pointer, params: { module: module.title, scope } })]
    : []
}

const isOfPeople = (scope: Scope): boolean => scope === 'own' || scope === 'team' || scope === 'teamTree'

/** Actions on records that are there already: nobody does them to what he does not see. */
const onSeen: readonly Action[] = ['update', 'delete', 'restore', 'link', 'export', 'share']

const unseen = ({ name, modules, rights, file }: Place): readonly Issue[] => {
  if (rights.scopes.read !== 'none' || modules.length === 0) return []
  const module = name === others ? name : (modules[0]?.title ?? name)
  return onSeen
    .filter((action) => rights.scopes[action] !== 'none')
    .map((action) =>
      warning('ROLE_WRITES_UNSEEN', { file, pointer: pointerTo('modules', name, action), params: { action, module } }),
    )
}

/** A record that is refused without a field that its maker may not write could never be made (decisions.md 14). */
const unwritable = ({ name, rights, file }: Place, module: Module): readonly Issue[] => {
  if (rights.scopes.create === 'none') return []
  return [...module.fields.values()]
    .filter((field) => field.required && field.default === undefined && !field.readOnly)
    .filter((field) => !isAtLeast(rights.fields.get(field.name) ?? rights.otherFields, 'write'))
    .map((field) =>
      problem('ROLE_REQUIRED_HIDDEN', {
        file,
        pointer: rights.fields.has(field.name)
          ? pointerTo('modules', name, 'fields', field.name)
          : pointerTo('modules', name, 'fields'),
        params: { module: module.title, field: field.title },
      }),
    )
}
