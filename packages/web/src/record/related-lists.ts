import type { FieldView, ModelView, ModuleView } from '@telar/metadata'
import { layoutOfKind } from '@telar/ui'
import { defaultColumns } from '../list/list-query.ts'

/** A list of other records that belong to one. */
export interface Related {
  /** Name of the inverse or of the many-to-many field: the address of the list. */
  readonly link: string
  readonly title: string
  readonly module: ModuleView
  /** The field over there that names this record; undefined for many-to-many. */
  readonly field: string | undefined
  readonly columns: readonly string[]
  readonly sort: readonly string[]
  /** A record over there must name one: it can be moved to another, not set free. */
  readonly isFixed: boolean
  /** What each link says about itself. */
  readonly attributes: readonly FieldView[]
}

/** The lists that the layout names, in its order; without a layout all of them. */
export const relatedLists = (model: ModelView, module: ModuleView): readonly Related[] => {
  const wanted =
    layoutOfKind(module, 'record')?.related ?? allLinks(module).map((link) => ({ link, columns: [], sort: [] }))
  return wanted.flatMap((list) => relatedList(model, module, list))
}

const isMany = (field: FieldView): boolean => field.widget === 'links'

const allLinks = (module: ModuleView): readonly string[] => [
  ...Object.keys(module.inverses),
  ...Object.values(module.fields)
    .filter(isMany)
    .map(({ name }) => name),
]

interface Wanted {
  readonly link: string
  readonly columns: readonly string[]
  readonly sort: readonly string[]
}

const relatedList = (model: ModelView, module: ModuleView, { link, columns, sort }: Wanted): readonly Related[] => {
  const end = otherEnd(module, link)
  const target = model.modules[end?.module ?? '']
  if (end === undefined || target === undefined) return []
  const back = end.field === undefined ? undefined : target.fields[end.field]
  const isDirect = back !== undefined && !isMany(back)
  return [
    {
      link,
      title: end.title,
      module: target,
      field: isDirect ? back.name : undefined,
      columns: columnsOf(target, columns, back?.name),
      sort: sort.length > 0 ? sort : ['-createdAt'],
      isFixed: isDirect && back.required,
      attributes: attributesOf(back ?? module.fields[link]),
    },
  ]
}

const attributesOf = (field: FieldView | undefined): readonly FieldView[] =>
  field !== undefined && isMany(field) ? Object.values(field.children) : []

interface End {
  readonly title: string
  readonly module: string
  readonly field: string | undefined
}

const otherEnd = (module: ModuleView, link: string): End | undefined => {
  const inverse = module.inverses[link]
  if (inverse !== undefined) return inverse
  const field = module.fields[link]
  return field?.link ? { title: field.title, module: field.link, field: undefined } : undefined
}

/** The columns that were asked for; else those of any list, without the one that is the same in every row. */
const columnsOf = (target: ModuleView, wanted: readonly string[], back: string | undefined): readonly string[] => {
  const known = wanted.filter((name) => target.fields[name] !== undefined)
  if (known.length > 0) return known
  return defaultColumns(target)
    .map(({ field }) => field)
    .filter((name) => name !== back)
}
