import { isStableId } from '../ids.ts'
import { type Issue, pointerStep, problem } from '../issue/issue.ts'
import type { Json } from '../json.ts'
import { isList, isObject } from '../json.ts'
import type { Model } from '../model.ts'
import type { CheckRule } from './check-rule.ts'

/** A stable id names one thing only: tables, columns and labels are found by it. */
export const uniqueIds: CheckRule = ({ definition, model }) => {
  const seen = new Map<string, string>()
  const issues: Issue[] = []
  const told = new Set<string>()
  for (const [file, document] of definition) {
    for (const { id, pointer } of file.startsWith('ids/') ? [] : idsIn(document, '')) {
      const other = seen.get(id)
      if (other === undefined) seen.set(id, `${file}#${pointer}`)
      else issues.push(problem('ID_DUPLICATE', { file, pointer, params: { id, other } }))
      if (other !== undefined) told.add(id)
    }
  }
  return [...issues, ...resolvedTwice(model, told)]
}

const idsIn = (value: Json, pointer: string): readonly { readonly id: string; readonly pointer: string }[] => {
  if (isList(value)) return value.flatMap((item, index) => idsIn(item, `${pointer}/${index}`))
  if (!isObject(value)) return []
  const module = isObject(value['x-module']) ? value['x-module']['id'] : undefined
  const own = [value['x-id'], module].flatMap((id) => (isStableId(id) ? [{ id, pointer }] : []))
  return [...own, ...Object.entries(value).flatMap(([key, child]) => idsIn(child, `${pointer}${pointerStep(key)}`))]
}

/** Ids that are not written, but kept beside a foreign schema or made of names, can meet one that is. */
const resolvedTwice = (model: Model, told: ReadonlySet<string>): readonly Issue[] => {
  const seen = new Map<string, string>()
  return [...model.modules.values()].flatMap((module) =>
    [
      { id: module.id, pointer: '' },
      ...[...module.fields.values()].map(({ id, property }) => ({
        id,
        pointer: `/properties${pointerStep(property)}`,
      })),
    ].flatMap(({ id, pointer }) => {
      const other = seen.get(id)
      if (other === undefined) seen.set(id, `${module.file}#${pointer}`)
      return other === undefined || told.has(id)
        ? []
        : [problem('ID_DUPLICATE', { file: module.file, pointer, params: { id, other } })]
    }),
  )
}
