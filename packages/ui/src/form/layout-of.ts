import type { FieldView, Layout, ModuleView } from '@telar/metadata'
import { widgets } from '../widgets/index.ts'
import { widgetOf } from '../widgets/widgets-context.ts'
import { autoLayout } from './auto-layout.ts'
import { layoutField } from './control-state.ts'
import { fieldsIn, type UiElement } from './ui-element.ts'

const isWide = (field: Parameters<typeof widgetOf>[1]) => widgetOf(widgets, field).size !== 'line'

/** Fields whose value is a table of its own and wants more room than a column. */
export const tableFields = (module: ModuleView, ui: UiElement): readonly FieldView[] =>
  fieldsIn(ui)
    .flatMap((name) => layoutField(module, name) ?? [])
    .filter((field) => widgetOf(widgets, field).size === 'table')

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
