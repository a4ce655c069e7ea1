import type { Layout, ModuleView } from '@telar/metadata'
import { widgets } from '../widgets/index.ts'
import { widgetOf } from '../widgets/widgets-context.ts'
import { autoLayout } from './auto-layout.ts'
import type { UiElement } from './ui-element.ts'

const isWide = (field: Parameters<typeof widgetOf>[1]) => widgetOf(widgets, field).wide

/** The layout to read and edit a record with; made from the schema where the module brings none. */
export const recordLayout = (module: ModuleView): UiElement =>
  layoutOfKind(module, 'record')?.ui ?? autoLayout(module, { isWide })

/** The short layout for a new record; else all fields that can be written. */
export const createLayout = (module: ModuleView): UiElement =>
  layoutOfKind(module, 'quickCreate')?.ui ??
  layoutOfKind(module, 'record')?.ui ??
  autoLayout(module, { isWide, isShown: (field) => !field.readOnly })

export const layoutOfKind = (module: ModuleView, kind: Layout['kind']): Layout | undefined =>
  module.layouts.find((layout) => layout.kind === kind)
