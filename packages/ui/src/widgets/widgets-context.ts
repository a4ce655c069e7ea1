import type { FieldView, WidgetName } from '@telar/metadata'
import { createContext, use } from 'react'
import type { Widget } from './widget.ts'

export type Widgets = Readonly<Record<WidgetName, Widget>>

/** Editors that contain other editors find them here; a direct import would be a circle. */
const WidgetsContext = createContext<Widgets | null>(null)

export const WidgetsProvider = WidgetsContext.Provider

export const useWidgets = (): Widgets => {
  const widgets = use(WidgetsContext)
  if (widgets === null) throw new Error('Editors must stand inside a WidgetsProvider.')
  return widgets
}

/** The editor a field asks for; a name this build does not know yet is edited as JSON, which loses nothing. */
export const widgetOf = (widgets: Widgets, field: FieldView): Widget => {
  const known: Readonly<Record<string, Widget>> = widgets
  return known[field.widget] ?? widgets.json
}
