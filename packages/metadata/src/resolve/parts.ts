import type { NamedDocument } from '../document/definition.ts'
import type { Filter } from '../filter/filter.ts'
import { idFrom, isStableId, type IdPrefix } from '../ids.ts'
import type { Json, JsonObject } from '../json.ts'
import { isObject, listAt, numberAt, objectAt, stringAt, stringsAt } from '../json.ts'
import type {
  Layout,
  Module,
  NavigationItem,
  Option,
  OptionColor,
  OptionList,
  RelatedList,
  View,
  ViewColumn,
} from '../model.ts'
import { optionColors } from '../model.ts'

/** The id as written, or the one its names give. */
export const idOf = (document: JsonObject, prefix: IdPrefix, ...names: readonly string[]): string => {
  const written = document['x-id']
  return isStableId(written) ? written : idFrom(prefix, ...names)
}

const objectsAt = (document: JsonObject, key: string): readonly JsonObject[] =>
  (listAt(document, key) ?? []).filter(isObject)

/** A filter as written; its words are checked against the model by `checkFilter`. */
export const filterAt = (document: JsonObject, key: string): Filter | undefined =>
  objectAt(document, key) as Filter | undefined // oxlint-disable-line no-unsafe-type-assertion -- checked by checkFilter before anything reads it

export const resolveOptionList = ({ name, document }: NamedDocument): OptionList => ({
  id: idOf(document, 'ol', name),
  name,
  title: stringAt(document, 'title') ?? name,
  options: objectsAt(document, 'options').map((option) => resolveOption(option, name)),
})

const resolveOption = (option: JsonObject, list: string): Option => {
  const value = scalar(option['value'])
  return {
    id: idOf(option, 'op', list, String(value)),
    value,
    label: stringAt(option, 'label') ?? String(value),
    color: colorFrom(option['color']),
  }
}

const scalar = (value: Json | undefined): string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : ''

const colorFrom = (value: Json | undefined): OptionColor => optionColors.find((color) => color === value) ?? 'gray'

export const resolveLayout = ({ name, document }: NamedDocument): Layout => ({
  id: idOf(document, 'la', name),
  name,
  module: stringAt(document, 'module') ?? '',
  kind: document['kind'] === 'quickCreate' ? 'quickCreate' : 'record',
  title: stringAt(document, 'title') ?? name,
  ui: objectAt(document, 'ui') ?? {},
  related: objectsAt(document, 'related').map((related): RelatedList => ({
    link: stringAt(related, 'link') ?? '',
    columns: stringsAt(related, 'columns'),
    sort: stringsAt(related, 'sort'),
  })),
  highlights: stringsAt(document, 'highlights'),
})

export const resolveView = ({ name, document }: NamedDocument): View => ({
  id: idOf(document, 'vi', name),
  name: name.slice(name.indexOf('/') + 1),
  module: stringAt(document, 'module') ?? '',
  kind: 'list',
  title: stringAt(document, 'title') ?? name,
  filter: filterAt(document, 'filter'),
  sort: stringsAt(document, 'sort'),
  columns: objectsAt(document, 'columns').map((column): ViewColumn => ({
    field: stringAt(column, 'field') ?? '',
    width: numberAt(column, 'width'),
  })),
  totals: objectsAt(document, 'totals').map((total) => ({
    field: stringAt(total, 'field') ?? '',
    measure: stringAt(total, 'measure') ?? '',
  })),
  isDefault: document['default'] === true,
})

/** The sidebar as written; without a document, every module in the order of its name. What it leaves out is still reachable by search. */
export const resolveNavigation = (
  document: JsonObject | undefined,
  modules: readonly Module[],
): readonly NavigationItem[] => {
  if (document === undefined) return modules.map((module) => ({ type: 'module', module: module.name }))
  const known = new Set(modules.map((module) => module.name))
  const items = objectsAt(document, 'items').flatMap((item) => resolveItem(item, known))
  const named = new Set(items.flatMap(modulesOf))
  const others = modules.filter((module) => !named.has(module.name))
  return [...items, ...others.map((module): NavigationItem => ({ type: 'module', module: module.name }))]
}

const modulesOf = (item: NavigationItem): readonly string[] =>
  item.type === 'module' ? [item.module] : item.items.flatMap(modulesOf)

const resolveItem = (item: JsonObject, known: ReadonlySet<string>): readonly NavigationItem[] => {
  const module = stringAt(item, 'module')
  if (module !== undefined) return known.has(module) ? [{ type: 'module', module }] : []
  const group = stringAt(item, 'group') ?? ''
  const items = objectsAt(item, 'items').flatMap((child) => resolveItem(child, known))
  return [{ type: 'group', id: idOf(item, 'na', group), title: group, items }]
}
