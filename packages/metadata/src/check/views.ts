import { checkFilter } from '../filter/check.ts'
import { findPath } from '../filter/field-path.ts'
import { parseSort } from '../filter/sort.ts'
import { type Issue, pointerTo, problem, warning } from '../issue/issue.ts'
import type { Model, Module, View } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import { columnIssues } from './column-path.ts'
import { unknownField } from './unknown-field.ts'
import { unknownModule } from './unknown-module.ts'

/** Views name modules and fields that exist; their filters, orders and totals can be answered; one of a module is the first. */
export const views: CheckRule = ({ model }) =>
  model.views.flatMap((view) => {
    const file = fileOf(view)
    const module = model.modules.get(view.module)
    return module === undefined
      ? [unknownModule(model, view.module, { file, pointer: '/module' })]
      : viewIssues(model, view, { module, file })
  })

const fileOf = (view: View): string => `views/${view.module}/${view.name}.json`

const viewIssues = (
  model: Model,
  view: View,
  { module, file }: { readonly module: Module; readonly file: string },
): readonly Issue[] => [
  ...view.columns.flatMap((column, index) =>
    columnIssues(model, module, { written: column.field, file, pointer: pointerTo('columns', index, 'field') }),
  ),
  ...view.totals.flatMap((total, index) =>
    totalIssues(model, module, { ...total, file, pointer: pointerTo('totals', index) }),
  ),
  ...(view.filter === undefined
    ? []
    : checkFilter(model, module, view.filter).map((issue) => ({ ...issue, file, pointer: `/filter${issue.pointer}` }))),
  ...parseSort(model, module, view.sort).issues.map((issue) => ({ ...issue, file, pointer: `/sort${issue.pointer}` })),
  ...secondDefault(model, view),
]

interface At {
  readonly file: string
  readonly pointer: string
}

const totalIssues = (
  model: Model,
  module: Module,
  { field, measure, file, pointer }: View['totals'][number] & At,
): readonly Issue[] => {
  const found = findPath(model, module, field)
  if (!found.ok) return [unknownField(module, field, { file, pointer: `${pointer}/field` })]
  const { type, title } = found.path.field
  return type.measures.some((known) => known === measure)
    ? []
    : [
        problem('VIEW_MEASURE', {
          file,
          pointer: `${pointer}/measure`,
          params: { field: title, measure, known: type.measures },
        }),
      ]
}

/** The list would open with one of them, and nobody could say why with that one. */
const secondDefault = (model: Model, view: View): readonly Issue[] => {
  const first = model.views.find((other) => other.module === view.module && other.isDefault)
  return view.isDefault && first !== view && first !== undefined
    ? [warning('VIEW_DEFAULT_TWICE', { file: fileOf(view), pointer: '/default', params: { other: fileOf(first) } })]
    : []
}
