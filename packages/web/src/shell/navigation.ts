import type { ModelView, NavigationItem } from '@telar/metadata'

type Definition = Pick<ModelView, 'modules' | 'navigation'>

/** What the sidebar shows: the documents' own order, or all modules where there is none; never what one may not see. */
export const navigationOf = (model: Definition): readonly NavigationItem[] => {
  if (model.navigation.length === 0) return Object.keys(model.modules).map((module) => ({ type: 'module', module }))
  return model.navigation.flatMap((item) => visible(item, model))
}

const visible = (item: NavigationItem, model: Definition): readonly NavigationItem[] => {
  if (item.type === 'module') return model.modules[item.module] === undefined ? [] : [item]
  const items = item.items.flatMap((child) => visible(child, model))
  return items.length === 0 ? [] : [{ ...item, items }]
}

/** Modules in the order of the sidebar. */
export const modulesInOrder = (model: Definition): readonly string[] => namesIn(navigationOf(model))

const namesIn = (items: readonly NavigationItem[]): readonly string[] =>
  items.flatMap((item) => (item.type === 'module' ? [item.module] : namesIn(item.items)))
