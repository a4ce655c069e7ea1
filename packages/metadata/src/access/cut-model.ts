import { checkFilter } from '../filter/check.ts'
import { findPath } from '../filter/field-path.ts'
import type { Filter } from '../filter/filter.ts'
import { parseSort } from '../filter/sort.ts'
import { isList, isObject, type JsonObject } from '../json.ts'
import type { Field, Inverse, Layout, Model, Module, RelatedList, View } from '../model.ts'
import { cutSchema, mentions } from './cut-schema.ts'
import type { May } from './granted.ts'

/**
 * The definition as somebody may know it: modules that he may not read, fields that no role of his grants, and
 * everything that names them are left out. Names in requests are looked up in it, so that what is hidden answers like
 * what does not exist.
 */
export const cutModel = (model: Model, may: May): Model => {
  const shows = shownBy(may)
  const modules = new Map(
    [...model.modules].flatMap(([name, module]) =>
      may('read', module) === undefined ? [] : [[name, cutModule(model, module, shows)] as const],
    ),
  )
  const cut: Model = { ...model, modules, roles: new Map(), sharing: [] }
  return {
    ...cut,
    layouts: model.layouts.flatMap((layout) => cutLayout(cut, modules.get(layout.module), layout)),
    views: model.views.flatMap((view) => cutView(cut, view)),
  }
}

type Shows = (module: Module, field: string) => boolean

const shownBy =
  (may: May): Shows =>
  (module, field) => {
    const cells = may('read', module)?.cell(field)
    return cells !== undefined && cells.type !== 'never'
  }

const cutModule = (model: Model, module: Module, shows: Shows): Module => {
  const fields = new Map([...module.fields].filter(([name]) => shows(module, name)))
  const inverses = new Map([...module.inverses].filter(([, inverse]) => isShown(model, inverse, shows)))
  const hidden = new Set(
    [...module.fields.values()].filter(({ name }) => !fields.has(name)).map(({ property }) => property),
  )
  if (hidden.size === 0) return { ...module, inverses }
  const isWhole = (names: readonly string[]): boolean => names.every((name) => !hiddenName(module, fields, name))
  return {
    ...module,
    fields: new Map([...fields].map(([name, field]) => [name, withoutConditions(field, module, fields)])),
    inverses,
    label: module.label.filter((part) => !('field' in part) || fields.has(part.field)),
    unique: module.unique.filter((rule) => isWhole(rule.fields)),
    indexes: module.indexes.filter(isWhole),
    schema: cutSchema(module.schema, hidden),
    rules: module.rules.filter(({ settings }) => !mentions(settings, hidden)),
  }
}

const isShown = (model: Model, inverse: Inverse, shows: Shows): boolean => {
  const source = model.modules.get(inverse.module)
  return source !== undefined && shows(source, inverse.field)
}

/** The beginning of a path that names a field which is there and is not shown. */
const hiddenName = (module: Module, shown: ReadonlyMap<string, Field>, path: string): boolean => {
  const [name = ''] = path.split('.')
  return [path, name].some((one) => module.fields.has(one) && !shown.has(one))
}

/** Conditions on what is hidden are the server's business. */
const withoutConditions = (field: Field, module: Module, shown: ReadonlyMap<string, Field>): Field => {
  const { conditions } = field
  const keep = (filter: Filter | undefined): Filter | undefined =>
    filter === undefined || namesIn(filter).some((name) => hiddenName(module, shown, name)) ? undefined : filter
  return {
    ...field,
    conditions: {
      visible: keep(conditions.visible),
      required: keep(conditions.required),
      readOnly: keep(conditions.readOnly),
    },
  }
}

/** Every field that a filter names. */
const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  const { field, some, none }: { field?: unknown; some?: unknown; none?: unknown } = value
  const own = [field, some, none].filter((name) => typeof name === 'string')
  return [...own, ...Object.values(value).flatMap(namesIn)]
}

/** A view whose filter cannot be answered for somebody is no view for him. */
const cutView = (cut: Model, view: View): readonly View[] => {
  const module = cut.modules.get(view.module)
  if (module === undefined) return []
  const leads = leadsIn(cut, module)
  const columns = view.columns.filter(({ field }) => leads(field))
  if (columns.length === 0 || (view.filter !== undefined && checkFilter(cut, module, view.filter).length > 0)) return []
  return [
    {
      ...view,
      columns,
      sort: view.sort.filter((name) => parseSort(cut, module, name).issues.length === 0),
      totals: view.totals.filter(({ field }) => leads(field)),
    },
  ]
}

/** Whether a path leads to something that is shown, to its last step. */
const leadsIn =
  (cut: Model, module: Module) =>
  (path: string): boolean =>
    findPath(cut, module, path).ok || isNamed(module, path)

/** Lists of links are shown, and lead nowhere as a path. */
const isNamed = (module: Module, name: string): boolean => module.fields.has(name) || module.inverses.has(name)

const cutLayout = (cut: Model, module: Module | undefined, layout: Layout): readonly Layout[] =>
  module === undefined
    ? []
    : [
        {
          ...layout,
          ui: cutElement(layout.ui, module) ?? { type: 'VerticalLayout', elements: [] },
          related: layout.related.flatMap((list) => cutRelated(cut, module, list)),
          highlights: layout.highlights.filter(leadsIn(cut, module)),
        },
      ]

const cutRelated = (cut: Model, module: Module, list: RelatedList): readonly RelatedList[] => {
  const name = module.inverses.get(list.link)?.module ?? module.fields.get(list.link)?.link?.module
  const other = cut.modules.get(name ?? '')
  return other === undefined
    ? []
    : [
        {
          ...list,
          columns: list.columns.filter(leadsIn(cut, other)),
          sort: list.sort.filter((path) => parseSort(cut, other, path).issues.length === 0),
        },
      ]
}

/** Controls of what is hidden go, groups that are empty without them, and rules that depend on it. */
const cutElement = ({ rule, ...element }: JsonObject, module: Module): JsonObject | undefined => {
  const names = (property: string | undefined): boolean => property === undefined || hasProperty(module, property)
  if (!names(propertyOf(element))) return undefined
  const isKept = isObject(rule) && isObject(rule['condition']) && names(propertyOf(rule['condition']))
  const kept = isKept ? { ...element, rule } : element
  if (!isList(element['elements'])) return kept
  const elements = element['elements'].filter(isObject).flatMap((child) => cutElement(child, module) ?? [])
  return elements.length === 0 ? undefined : { ...kept, elements }
}

const hasProperty = (module: Module, property: string): boolean =>
  [...module.fields.values()].some((field) => field.property === property) || module.systemFields.has(property)

/** `#/properties/amount` names the property `amount`. */
const propertyOf = ({ scope }: JsonObject): string | undefined =>
  typeof scope === 'string' ? scope.split('/')[2]?.replaceAll('~1', '/').replaceAll('~0', '~') : undefined
