import { actions, actionTitles, type Language, type ModuleView } from '@telar/metadata'

/** Modules with the same rights, and what these are. */
export interface RightsGroup {
  readonly modules: readonly string[]
  readonly allowed: 'everything' | readonly string[]
}

type Modules = Readonly<Record<string, Pick<ModuleView, 'plural' | 'rights' | 'fields'>>>

/** What somebody may do with records: modules of the same rights in one line, those with most rights first. */
export const rightsInWords = (modules: Modules, language: Language): readonly RightsGroup[] => {
  const groups = Map.groupBy(Object.values(modules), ({ rights }) => actions.filter((action) => rights[action]).join())
  return [...groups]
    .map(([key, members]) => ({
      modules: members.map(({ plural }) => plural).toSorted((one, other) => one.localeCompare(other, language)),
      may: actions.filter((action) => key.split(',').includes(action)),
    }))
    .filter(({ may }) => may.length > 0)
    .toSorted((one, other) => other.may.length - one.may.length)
    .map(({ modules: names, may }) => ({
      modules: names,
      allowed: may.length === actions.length ? 'everything' : may.map((action) => actionTitles[action][language]),
    }))
}

/** Fields that are shown and never written, in modules whose records may be changed; what nobody writes is left out. */
export const fieldsNotToChange = (
  modules: Modules,
): readonly { readonly module: string; readonly fields: readonly string[] }[] =>
  Object.values(modules)
    .filter(({ rights }) => rights.update || rights.create)
    .map(({ plural, fields }) => ({
      module: plural,
      fields: Object.values(fields)
        .filter((field) => !field.system && !field.readOnly && field.right === 'read')
        .map(({ title }) => title),
    }))
    .filter(({ fields }) => fields.length > 0)
