import type { JsonObject, ModelView, ModuleView, NavigationItem } from '@telar/metadata'
import { namedModules, others } from './role-document.ts'

/** A line of the matrix. */
export interface RoleRow {
  readonly name: string
  readonly title: string
  readonly icon: string
  /** Undefined for all the others, and for a module that the editor may not see himself. */
  readonly module: ModuleView | undefined
}

/** All the others first, then the modules in the order of the navigation. */
export const roleRows = (model: ModelView, role: JsonObject, othersTitle: string): readonly RoleRow[] => {
  const inOrder = [...new Set([...namesIn(model.navigation), ...Object.keys(model.modules)])]
  const unseen = namedModules(role).filter((name) => name !== others && model.modules[name] === undefined)
  return [
    { name: others, title: othersTitle, icon: 'asterisk', module: undefined },
    ...inOrder.flatMap((name) => {
      const module = model.modules[name]
      return module === undefined ? [] : [{ name, title: module.plural, icon: module.icon, module }]
    }),
    ...unseen.map((name) => ({ name, title: name, icon: '', module: undefined })),
  ]
}

const namesIn = (items: readonly NavigationItem[]): readonly string[] =>
  items.flatMap((item) => (item.type === 'module' ? [item.module] : namesIn(item.items)))
