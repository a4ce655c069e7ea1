import { checkFilter } from '../filter/check.ts'
import { parseSort } from '../filter/sort.ts'
import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import { isList, isObject, stringAt } from '../json.ts'
import type { Layout, Model, Module, View } from '../model.ts'
import type { CheckRule } from './check-rule.ts'

/** Layouts and views name modules, fields and lists that exist, and their filters type-check. */
export const screens: CheckRule = ({ model }) => [
  ...model.layouts.flatMap((layout) => {
    const file = `layouts/${layout.name}.json`
    const module = model.modules.get(layout.module)
    return module === undefined ? [unknownModule(model, layout.module, file)] : layoutIssues(layout, module, file)
  }),
  ...model.views.flatMap((view) => {
    const file = `views/${view.module}/${view.name}.json`
    const module = model.modules.get(view.module)
    return module === undefined ? [unknownModule(model, view.module, file)] : viewIssues(model, view, { module, file })
  }),
]

const unknownModule = (model: Model, module: string, file: string): Issue =>
  problem('MODULE_UNKNOWN_REFERENCE', { file, pointer: '/module', params: { module, known: [...model.modules.keys()] } })

const layoutIssues = (layout: Layout, module: Module, file: string): readonly Issue[] => [
  ...controlsIn(layout.ui, '/ui').flatMap(({ scope, pointer }) => unknownField(module, propertyOf(scope), { file, pointer })),
  ...layout.highlights.flatMap((name, index) => unknownField(module, name, { file, pointer: pointerTo('highlights', index) })),
  ...layout.related.flatMap((related, index) =>
    module.inverses.has(related.link) || module.fields.get(related.link)?.storage.type === 'links'
      ? []
      : [fieldProblem(module, related.link, { file, pointer: pointerTo('related', index, 'link') })],
  ),
]

const viewIssues = (model: Model, view: View, { module, file }: { readonly module: Module; readonly file: string }): readonly Issue[] => [
  ...view.columns.flatMap((column, index) => unknownField(module, column.field.split('.')[0] ?? '', { file, pointer: pointerTo('columns', index, 'field') })),
  ...view.totals.flatMap((total, index) => unknownField(module, total.field, { file, pointer: pointerTo('totals', index, 'field') })),
  ...(view.filter === undefined ? [] : checkFilter(model, module, view.filter).map((issue) => ({ ...issue, file, pointer: `/filter${issue.pointer}` }))),
  ...parseSort(model, module, view.sort).issues.map((issue) => ({ ...issue, file, pointer: `/sort${issue.pointer}` })),
]

interface At {
  readonly file: string
  readonly pointer: string
}

const unknownField = (module: Module, field: string, at: At): readonly Issue[] =>
  module.fields.has(field) || module.systemFields.has(field) ? [] : [fieldProblem(module, field, at)]

const fieldProblem = (module: Module, field: string, at: At): Issue =>
  problem('FIELD_UNKNOWN', { ...at, params: { module: module.name, field, suggestion: '' } })

const controlsIn = (element: JsonObject, pointer: string): readonly { readonly scope: string; readonly pointer: string }[] => {
  const scope = stringAt(element, 'scope')
  const children = element['elements']
  return [
    ...(scope === undefined ? [] : [{ scope, pointer: `${pointer}/scope` }]),
    ...(isList(children) ? children.flatMap((child, index) => (isObject(child) ? controlsIn(child, `${pointer}/elements/${index}`) : [])) : []),
  ]
}

const propertyOf = (scope: string): string => scope.replace(/^#\/properties\//, '').split('/')[0] ?? ''
