import { navigationDocument } from '../document/navigation-document.ts'
import { type Issue, pointerTo } from '../issue/issue.ts'
import { isObject, type JsonObject, listAt, stringAt } from '../json.ts'
import type { Model } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import { unknownModule } from './unknown-module.ts'

const file = navigationDocument.example

/** The sidebar names modules that exist. */
export const navigation: CheckRule = ({ definition, model }) => {
  const document = definition.get(file)
  return document === undefined ? [] : itemIssues(document, '', model)
}

const itemIssues = (holder: JsonObject, pointer: string, model: Model): readonly Issue[] =>
  (listAt(holder, 'items') ?? []).flatMap((item, index) => {
    if (!isObject(item)) return []
    const at = `${pointer}${pointerTo('items', index)}`
    const module = stringAt(item, 'module')
    return [
      ...(module === undefined || model.modules.has(module)
        ? []
        : [unknownModule(model, module, { file, pointer: `${at}/module` })]),
      ...itemIssues(item, at, model),
    ]
  })
