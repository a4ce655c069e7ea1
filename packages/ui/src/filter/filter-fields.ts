import type { FieldView, ModelView, ModuleView } from '@telar/metadata'

/** One thing that can be filtered by. */
export interface FilterField {
  /** `stage`, `amount.currency`, `account.industry`. */
  readonly path: string
  readonly label: string
  /** Heading it stands under: '' for the module itself, else the title of the link. */
  readonly group: string
  readonly field: FieldView
  /** Part of the value; undefined for the value itself. */
  readonly part: string | undefined
  readonly operators: readonly string[]
}

/** Everything the builder offers for a module: its own fields with their parts, and those one link away. */
export const filterFields = (model: ModelView, module: ModuleView, partTitle: PartTitle): readonly FilterField[] => [
  ...fieldsOf(module, { prefix: '', group: '', partTitle }),
  ...Object.values(module.fields).flatMap((link) => {
    const target = link.link === null || link.widget === 'links' ? undefined : model.modules[link.link]
    return target === undefined ? [] : fieldsOf(target, { prefix: `${link.name}.`, group: link.title, partTitle })
  }),
]

/** How a part of a value is called: the currency of an amount, the city of an address. */
export type PartTitle = (part: string) => string

interface Place {
  readonly prefix: string
  readonly group: string
  readonly partTitle: PartTitle
}

const fieldsOf = (module: ModuleView, { prefix, group, partTitle }: Place): readonly FilterField[] =>
  Object.values(module.fields).flatMap((field) =>
    Object.entries(field.operators).map(([name, operators], index) => {
      const part = index === 0 ? undefined : name
      return {
        path: `${prefix}${field.name}${part === undefined ? '' : `.${part}`}`,
        label: part === undefined ? field.title : `${field.title} · ${partTitle(part)}`,
        group,
        field,
        part,
        operators,
      }
    }),
  )

/** Lists of other records that a condition can speak of. */
export const relatedChoices = (
  model: ModelView,
  module: ModuleView,
): readonly { readonly link: string; readonly title: string; readonly module: ModuleView }[] => {
  const ends = [
    ...Object.values(module.inverses).map(({ name, title, module: target }) => ({ link: name, title, target })),
    ...Object.values(module.fields).flatMap((field) =>
      field.widget === 'links' && field.link !== null
        ? [{ link: field.name, title: field.title, target: field.link }]
        : [],
    ),
  ]
  return ends.flatMap(({ link, title, target }) => {
    const other = model.modules[target]
    return other === undefined ? [] : [{ link, title, module: other }]
  })
}
