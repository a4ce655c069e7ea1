import { checkFilter } from '../filter/check.ts'
import { parseSort } from '../filter/sort.ts'
import { type Issue, pointerTo, problem } from '../issue/issue.ts'
import type { JsonObject } from '../json.ts'
import { isList, isObject, stringAt } from '../json.ts'
import type { Layout, Model, Module, View } from '../model.ts'
import type { CheckRule } from './check-rule.ts'

/** Layouts and views name modules, fields and lists that exist, and their filters type-check. */
export const screens: CheckRule = ({ model }) => [
  ...model.layouts.flatMap((layout) => withModule(model, layout.module, `layouts/${layout.name}.json`, (module, file) => layoutIssues(layout, module, file))),
  ...model.views.flatMap((view) =>
    withModule(model, view.module, `views/${view.module}/${view.name}.json`, (module, file) => viewIssues(model, view, { module, file })),
  ),
]

const withModule = (model: Model, name: string, file: string, check: (module: Module, file: string) => readonly Issue[]): readonly Issue[] => {
  const module = model.modules.get(name)
  return module === undefined
    ? [problem('MODULE_UNKNOWN_REFERENCE', { file, pointer: '/module', params: { module: name, known: [...model.modules.keys()] } })]
    : check(module, file)
}

const layoutIssues = (layout: Layout, module: Module, file: string): readonly Issue[] => [
  ...controlsIn(layout.ui, '/ui').flatMap(({ scope, pointer }) => unknownField(module, propertyOf(scope), { file, pointer })),
  ...layout.highlights.flatMap((name, index) => unknownField(module, name, { file, pointer: pointerTo('highlights', index) })),
  ...layout.related.flatMap((related, index) =>
    module.inverses.has(related.link) || module.fields.get(related.link)?.storage.type === 'links'
      ? []
      : unknownField(module, related.link, { file, pointer: pointerTo('related', index, 'link') }, true),
  ),
]

const viewIssues = (model: Model, view: View, { module, file }: { readonly module: Module; readonly file: string }): readonly Issue[] => [
  ...view.columns.flatMap((column, index) => unknownField(module, column.field.split('.')[0] ?? '', { file, pointer: pointerTo('columns', index, 'field') })),
  ...view.totals.flatMap((total, index) => unknownField(module, total.field, { file, pointer: pointerTo('totals', index, 'field') })),
  ...(view.filter === undefined ? [] : checkFilter(model, module, view.filter).map((issue) => ({ ...issue, file, pointer: `/filter${issue.pointer}` }))),
  ...parseSort(model, module, view.sort).issues.map((issue) => ({ ...issue, file, pointer: `/sort${issue.pointer}` })),
]

const unknownField = (module: Module, field: string, at: { readonly file: string; readonly pointer: string }, always = false): readonly Issue[] =>
  !always && (module.fields.has(field) || module.systemFields.has(field))
    ? []
    : [problem('FIELD_UNKNOWN', { ...at, params: { module: module.name, field, suggestion: '' } })]

const controlsIn = (element: JsonObject, pointer: string): readonly { readonly scope: string; readonly pointer: string }[] => {
  const scope = stringAt(element, 'scope')
  const children = element['elements']
  return [
    ...(scope === undefined ? [] : [{ scope, pointer: `${pointer}/scope` }]),
    ...(isList(children) ? children.flatMap((child, index) => (isObject(child) ? controlsIn(child, `${pointer}/elements/${index}`) : [])) : []),
  ]
}

const propertyOf = (scope: string): string => scope.replace(/^#\/properties\//, '').split('/')[0] ?? ''
