import {
  type Action,
  actions,
  type Capability,
  capabilityNames,
  type FieldRight,
  type JsonObject,
  sameJson,
  type Scope,
} from '@telar/metadata'
import {
  capabilitiesOf,
  fieldRightAt,
  namedFields,
  namedModules,
  otherFieldsAt,
  others,
  scopeAt,
} from './role-document.ts'

/** One thing that a draft changes about a role. */
export type RoleChange =
  | {
      readonly type: 'scope'
      readonly module: string
      readonly action: Action
      readonly before: Scope
      readonly after: Scope
    }
  | {
      readonly type: 'field'
      readonly module: string
      /** `*` for all that are not named. */
      readonly field: string
      readonly before: FieldRight
      readonly after: FieldRight
    }
  | { readonly type: 'capability'; readonly capability: Capability; readonly isHeld: boolean }

/** What becomes different, module by module; names of fields are those that either version names. */
export const roleChanges = (before: JsonObject, after: JsonObject): readonly RoleChange[] => [
  ...[...new Set([others, ...namedModules(before), ...namedModules(after)])].flatMap((module) => [
    ...scopeChanges(before, after, module),
    ...fieldChanges(before, after, module),
  ]),
  ...capabilityNames.flatMap((capability): readonly RoleChange[] => {
    const isHeld = capabilitiesOf(after).includes(capability)
    return isHeld === capabilitiesOf(before).includes(capability) ? [] : [{ type: 'capability', capability, isHeld }]
  }),
]

const scopeChanges = (before: JsonObject, after: JsonObject, module: string): readonly RoleChange[] =>
  actions.flatMap((action): readonly RoleChange[] => {
    const [was, is] = [scopeAt(before, module, action), scopeAt(after, module, action)]
    const isSame = sameJson(JSON.parse(JSON.stringify(was)), JSON.parse(JSON.stringify(is)))
    return isSame ? [] : [{ type: 'scope', module, action, before: was, after: is }]
  })

const fieldChanges = (before: JsonObject, after: JsonObject, module: string): readonly RoleChange[] => {
  const named = new Set([others, ...namedFields(before, module), ...namedFields(after, module)])
  return [...named].flatMap((field): readonly RoleChange[] => {
    const was = fieldRightAt(before, module, field) ?? otherFieldsAt(before, module)
    const is = fieldRightAt(after, module, field) ?? otherFieldsAt(after, module)
    return was === is ? [] : [{ type: 'field', module, field, before: was, after: is }]
  })
}
