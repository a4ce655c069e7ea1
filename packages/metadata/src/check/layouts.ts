import { parseSort } from '../filter/sort.ts'
import { type Issue, pointerTo, problem, warning } from '../issue/issue.ts'
import { isList, isObject, type JsonObject, stringAt } from '../json.ts'
import type { Layout, Model, Module, RelatedList } from '../model.ts'
import type { CheckRule } from './check-rule.ts'
import { columnIssues } from './column-path.ts'
import { unknownField } from './unknown-field.ts'
import { unknownModule } from './unknown-module.ts'

/** What the form renderer draws; anything else would leave a hole in the record. */
const elements: readonly string[] = [
  'Categorization',
  'Category',
  'Group',
  'HorizontalLayout',
  'VerticalLayout',
  'Control',
  'Label',
]

/** Layouts name fields, lists and elements that exist, and let a record be made. */
export const layouts: CheckRule = ({ model }) =>
  model.layouts.flatMap((layout) => {
    const file = `layouts/${layout.name}.json`
    const module = model.modules.get(layout.module)
    return module === undefined
      ? [unknownModule(model, layout.module, { file, pointer: '/module' })]
      : layoutIssues(model, layout, { module, file })
  })

interface Place {
  readonly module: Module
  readonly file: string
}

const layoutIssues = (model: Model, layout: Layout, place: Place): readonly Issue[] => {
  const { module, file } = place
  const found = elementsIn(layout.ui, '/ui')
  const controls = found.filter(({ element }) => stringAt(element, 'scope') !== undefined)
  const shown = new Set(controls.map(({ element }) => propertyOf(element)))
  return [
    ...found.flatMap(({ element, pointer }) => elementIssues(element, { file, pointer })),
    ...controls.flatMap(({ element, pointer }) =>
      known(module, propertyOf(element), { file, pointer: `${pointer}/scope` }),
    ),
    ...layout.highlights.flatMap((name, index) =>
      known(module, name, { file, pointer: pointerTo('highlights', index) }),
    ),
    ...layout.related.flatMap((related, index) =>
      relatedIssues(model, related, { ...place, pointer: pointerTo('related', index) }),
    ),
    ...(layout.kind === 'quickCreate' ? lacking(module, shown, file) : []),
  ]
}

/** A new record without a required field is refused, and here nobody could write it. */
const lacking = (module: Module, shown: ReadonlySet<string>, file: string): readonly Issue[] =>
  [...module.fields.values()]
    .filter(
      (field) =>
        field.required &&
        field.default === undefined &&
        !field.readOnly &&
        !shown.has(field.name) &&
        !shown.has(field.property),
    )
    .map((field) => warning('LAYOUT_LACKS_REQUIRED', { file, pointer: '/ui', params: { field: field.title } }))

const elementIssues = (element: JsonObject, at: At): readonly Issue[] => {
  const type = stringAt(element, 'type') ?? ''
  return elements.includes(type) ? [] : [problem('LAYOUT_ELEMENT', { ...at, params: { type, known: elements } })]
}

const relatedIssues = (model: Model, related: RelatedList, { module, file, pointer }: Place & At): readonly Issue[] => {
  const inverse = module.inverses.get(related.link)
  const own = module.fields.get(related.link)
  const name = inverse?.module ?? (own?.storage.type === 'links' ? own.link?.module : undefined)
  if (name === undefined) return [unknownField(module, related.link, { file, pointer: `${pointer}/link` })]
  const listed = model.modules.get(name)
  if (listed === undefined) return []
  return [
    ...related.columns.flatMap((column, index) =>
      columnIssues(model, listed, { written: column, file, pointer: pointer + pointerTo('columns', index) }),
    ),
    ...parseSort(model, listed, related.sort).issues.map((issue) => ({
      ...issue,
      file,
      pointer: `${pointer}/sort${issue.pointer}`,
    })),
  ]
}

interface At {
  readonly file: string
  readonly pointer: string
}

const known = (module: Module, name: string, at: At): readonly Issue[] =>
  module.fields.has(name) || module.systemFields.has(name) ? [] : [unknownField(module, name, at)]

interface Placed {
  readonly element: JsonObject
  readonly pointer: string
}

const elementsIn = (element: JsonObject, pointer: string): readonly Placed[] => {
  const inside = element['elements']
  return [
    { element, pointer },
    ...(isList(inside)
      ? inside.flatMap((child, index) => (isObject(child) ? elementsIn(child, `${pointer}/elements/${index}`) : []))
      : []),
  ]
}

const propertyOf = (element: JsonObject): string =>
  (stringAt(element, 'scope') ?? '').replace(/^#\/properties\//, '').split('/')[0] ?? ''
