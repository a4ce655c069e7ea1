import { type Access, rightsOn } from '../access/access.ts'
import type { Action, FieldRight } from '../access/actions.ts'
import type { FieldGroup, Grouping, Measure } from '../fields/field-type.ts'
import type { Filter } from '../filter/filter.ts'
import type { Json, JsonObject } from '../json.ts'
import { labelFields, type LabelTemplate } from '../label-template.ts'
import type { Field, Inverse, Layout, Model, Module, NavigationItem, Option, Rule, View } from '../model.ts'
import { localise, type Localise } from './localise.ts'

/** What `GET /api/w/{ws}/model` says of the definition: labels in the caller's language, cut to the caller's rights. */
export interface ModelView {
  readonly title: string
  readonly languages: readonly string[]
  readonly baseCurrency: string
  readonly currencies: readonly string[]
  readonly timeZone: string
  readonly modules: Readonly<Record<string, ModuleView>>
  readonly navigation: readonly NavigationItem[]
}

export interface ModuleView {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly plural: string
  readonly description: string
  readonly icon: string
  readonly owned: boolean
  /** How the label of a record is made of its fields. */
  readonly label: LabelTemplate
  /** Fields the record's label is made of. */
  readonly labelFields: readonly string[]
  /** The author's fields first, then the system's (`system: true`). */
  readonly fields: Readonly<Record<string, FieldView>>
  /** Lists of records elsewhere that link here, by name. */
  readonly inverses: Readonly<Record<string, Inverse>>
  /** The module as a 2020-12 schema of what may be written; the form validates with it. */
  readonly schema: JsonObject
  readonly rules: readonly Rule[]
  readonly layouts: readonly Layout[]
  readonly views: readonly View[]
  readonly rights: ModuleRights
}

/** Whether each action is allowed on some records of the module. */
export type ModuleRights = Readonly<Record<Action, boolean>>

export interface FieldView {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly help: string
  readonly kind: string
  readonly group: FieldGroup
  readonly icon: string
  readonly widget: string
  readonly view: string
  readonly required: boolean
  readonly readOnly: boolean
  /** Nobody writes it, whatever his rights: the server fills it in. */
  readonly computed: boolean
  /** The most that the reader may do with it on some record. */
  readonly right: Exclude<FieldRight, 'hidden'>
  readonly system: boolean
  readonly unique: boolean
  readonly searchable: boolean
  readonly default: Json
  readonly schema: JsonObject
  readonly options: readonly Option[]
  /** Target module of a link. */
  readonly link: string | null
  /** Operators by part; the first part is meant when a filter names the field alone. */
  readonly operators: Readonly<Record<string, readonly string[]>>
  readonly sortable: boolean
  readonly measures: readonly Measure[]
  readonly grouping: Grouping | null
  readonly children: Readonly<Record<string, FieldView>>
  readonly conditions: {
    readonly visible: Filter | null
    readonly required: Filter | null
    readonly readOnly: Filter | null
  }
}

/** The model as its reader may know it, in one language. */
export const modelView = (access: Access, language: string): ModelView => {
  const model = access.visible
  const say = localise(model, language)
  const names = new Set(model.modules.keys())
  return {
    title: say(model.app.id, model.app.title),
    languages: model.app.languages,
    baseCurrency: model.app.baseCurrency,
    currencies: [...new Set([model.app.baseCurrency, ...Object.keys(model.app.rates)])],
    timeZone: model.app.timeZone,
    modules: Object.fromEntries([...model.modules].map(([name, module]) => [name, moduleView(access, module, say)])),
    navigation: model.navigation.flatMap((item) => navigationView(item, say, names)),
  }
}

/** What may be done with a field on some record. */
const rightsOnFields = (access: Access, module: Module): ((field: Field) => FieldView['right']) => {
  const writes = [access.may('create', module), access.may('update', module)]
  return ({ name }) => (writes.some((granted) => (granted?.cell(name).type ?? 'never') !== 'never') ? 'write' : 'read')
}

const moduleView = (access: Access, module: Module, say: Localise): ModuleView => ({
  id: module.id,
  name: module.name,
  title: say(module.id, module.title),
  plural: say(`${module.id}.plural`, module.plural),
  description: say(`${module.id}.help`, module.description),
  icon: module.icon,
  owned: module.owned,
  label: module.label,
  labelFields: labelFields(module.label),
  fields: fieldViews([...module.fields.values(), ...module.systemFields.values()], say, rightsOnFields(access, module)),
  inverses: Object.fromEntries(
    [...module.inverses.values()].map((inverse) => [inverse.name, inverseView(access.visible, inverse, say)]),
  ),
  schema: module.schema,
  rules: module.rules,
  layouts: access.visible.layouts
    .filter((layout) => layout.module === module.name)
    .map((layout) => layoutView(layout, say)),
  views: access.visible.views
    .filter((view) => view.module === module.name)
    .map((view) => ({ ...view, title: say(view.id, view.title) })),
  rights: rightsOn(access, module),
})

type RightOf = (field: Field) => FieldView['right']

const fieldViews = (fields: readonly Field[], say: Localise, rightOf: RightOf): Readonly<Record<string, FieldView>> =>
  Object.fromEntries(fields.map((field) => [field.name, fieldView(field, say, rightOf(field))]))

const fieldView = (field: Field, say: Localise, right: FieldView['right']): FieldView => ({
  id: field.id,
  name: field.name,
  title: say(field.id, field.title),
  help: say(`${field.id}.help`, field.help),
  kind: field.type.kind,
  group: field.type.group,
  icon: field.type.icon,
  widget: field.type.widget,
  view: field.type.view,
  required: field.required,
  readOnly: field.readOnly || right === 'read',
  computed: field.readOnly,
  right,
  system: field.system,
  unique: field.unique,
  searchable: field.searchable,
  default: field.default ?? null,
  schema: field.schema,
  options: field.options.map((option) => ({ ...option, label: say(option.id, option.label) })),
  link: field.link?.module ?? null,
  operators: field.type.operators,
  sortable: field.type.sort(field) !== undefined,
  measures: field.type.measures,
  grouping: field.type.grouping ?? null,
  children: fieldViews([...field.children.values()], say, () => right),
  conditions: {
    visible: field.conditions.visible ?? null,
    required: field.conditions.required ?? null,
    readOnly: field.conditions.readOnly ?? null,
  },
})

/** A list from the other side is called as its author called it, else by the plural of the module it lists. */
const inverseView = (model: Model, inverse: Inverse, say: Localise): Inverse => {
  const source = model.modules.get(inverse.module)
  const plural = source === undefined ? inverse.title : say(`${source.id}.plural`, source.plural)
  const field = source?.fields.get(inverse.field)
  return {
    ...inverse,
    title: field === undefined ? plural : say(`${field.id}.inverse`, inverse.title === '' ? plural : inverse.title),
  }
}

const layoutView = (layout: Layout, say: Localise): Layout => ({
  ...layout,
  title: say(layout.id, layout.title),
  ui: labelsOf(layout.ui, (element) => say(`${layout.id}.${element}`, element)),
})

/** Translates the `label` of groups, tabs and headings; their key is the label as written. */
const labelsOf = (element: JsonObject, translate: (label: string) => string): JsonObject => ({
  ...element,
  ...(typeof element['label'] === 'string' ? { label: translate(element['label']) } : {}),
  ...(Array.isArray(element['elements'])
    ? { elements: element['elements'].map((child: JsonObject) => labelsOf(child, translate)) }
    : {}),
})

/** What leads nowhere for this reader is left out, groups that are empty then as well. */
const navigationView = (item: NavigationItem, say: Localise, names: ReadonlySet<string>): readonly NavigationItem[] => {
  if (item.type === 'module') return names.has(item.module) ? [item] : []
  const items = item.items.flatMap((child) => navigationView(child, say, names))
  return items.length === 0 ? [] : [{ ...item, title: say(item.id, item.title), items }]
}
