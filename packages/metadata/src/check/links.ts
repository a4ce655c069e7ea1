import { type Issue, problem } from '../issue/issue.ts'
import type { Model, Module } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import type { FieldPlace } from './field-places.ts'

/** Lists on the other side have a name of their own there, and a first record can be made. */
export const links: CheckRule = ({ model, fields }) => {
  const own = fields.filter(({ field, holder }) => holder === undefined && field.link !== undefined)
  return [...own.flatMap((place) => inverseIssues(model, place)), ...cycleIssues(model, own.filter(isDemanded))]
}

/** A filter or an address that names both would mean the field. */
const inverseIssues = (model: Model, { field, file, pointer }: FieldPlace): readonly Issue[] => {
  const { inverse = '', module = '' } = field.link ?? {}
  const target = model.modules.get(module)
  const isTaken = target?.fields.has(inverse) === true || target?.systemFields.has(inverse) === true
  return isTaken
    ? [
        problem('LINK_INVERSE_IS_FIELD', {
          file,
          pointer: `${pointer}/x-link/inverse`,
          params: { inverse, target: module },
        }),
      ]
    : []
}

const isDemanded = ({ field }: FieldPlace): boolean =>
  field.required && field.storage.type === 'link' && field.default === undefined

/** Records that each need another first: none of them can be the first one. */
const cycleIssues = (model: Model, demanded: readonly FieldPlace[]): readonly Issue[] => {
  const targets = (module: Module): readonly Module[] =>
    demanded.flatMap((place) =>
      place.module === module ? (model.modules.get(place.field.link?.module ?? '') ?? []) : [],
    )
  return demanded
    .filter(({ module, field }) => {
      const target = model.modules.get(field.link?.module ?? '')
      return target !== undefined && reachable(target, targets).has(module)
    })
    .map(({ module, field, file, pointer }) =>
      problem('LINK_CYCLE', { file, pointer, params: { module: module.name, target: field.link?.module ?? '' } }),
    )
}

const reachable = (from: Module, targets: (module: Module) => readonly Module[]): ReadonlySet<Module> => {
  const found = new Set([from])
  // A set that grows while it is walked gives its new members too.
  for (const module of found) for (const target of targets(module)) found.add(target)
  return found
}
