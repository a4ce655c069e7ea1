import { type Issue, pointerStep, problem } from '../issue/issue.ts'
import type { Json } from '../json.ts'
import { isList, isObject } from '../json.ts'
import type { CheckRule } from './check-rule.ts'

/** A stable id names one thing only. */
export const uniqueIds: CheckRule = ({ definition }) => {
  const seen = new Map<string, string>()
  const issues: Issue[] = []
  for (const [file, document] of definition) {
    for (const { id, pointer } of idsIn(document, '')) {
      const other = seen.get(id)
      if (other === undefined) seen.set(id, `${file}#${pointer}`)
      else issues.push(problem('ID_DUPLICATE', { file, pointer, params: { id, other } }))
    }
  }
  return issues
}

const idsIn = (value: Json, pointer: string): readonly { readonly id: string; readonly pointer: string }[] => {
  if (isList(value)) return value.flatMap((item, index) => idsIn(item, `${pointer}/${index}`))
  if (!isObject(value)) return []
  const module = isObject(value['x-module']) ? value['x-module']['id'] : undefined
  const own = [value['x-id'], module].flatMap((id) => (typeof id === 'string' ? [{ id, pointer }] : []))
  return [...own, ...Object.entries(value).flatMap(([key, child]) => idsIn(child, `${pointer}${pointerStep(key)}`))]
}
