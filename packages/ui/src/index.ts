export { FieldsEditor } from './form/fields-editor.tsx'
export { createLayout, layoutOfKind, recordLayout, tableFields } from './form/layout-of.ts'
export { RecordView } from './form/record-view.tsx'
export { SchemaForm } from './form/schema-form.tsx'
export { serverIssues } from './form/form-issues.ts'
export type { InlineActions } from './form/inline-actions-context.ts'
export { useRecordForm, type RecordForm } from './form/use-record-form.ts'
export { changesOf, filledValues, pickChanged, writtenRecord, writtenValue } from './form/written-value.ts'
export { FilterBuilder } from './filter/filter-builder.tsx'
export { conditionCount, filterOf, newCondition, treeOf, type GroupNode } from './filter/filter-tree.ts'
export { createFormat, type Format, type Locale } from './format/format.ts'
export { DataGrid, type CellEdit, type DataGridHandle } from './grid/data-grid.tsx'
export { gridColumns, type ColumnChoice, type GridColumn } from './grid/grid-column.ts'
export { createRowBlocks, type FetchList, type RowBlocks, type RowCount } from './grid/row-blocks.ts'
export { changeLanguage, currentLanguage, startTexts } from './i18n/i18n.ts'
export { TelarIcon } from './icons/telar-icon.tsx'
export { LinkPicker } from './widgets/link-picker.tsx'
export { MomentInput } from './parts/moment-input.tsx'
export { Avatar } from './parts/avatar.tsx'
export { EmptyState } from './parts/empty-state.tsx'
export { RecordLink } from './parts/record-link.tsx'
export { TelarProvider } from './theme/telar-provider.tsx'
export { FieldValue } from './views/field-value.tsx'
export { views } from './views/index.ts'
export { referenceOf, type Reference } from './views/reference-of.ts'
export { textOf, viewOf } from './views/text-of.ts'
export { useReader } from './views/use-reader.ts'
export type { Reader } from './views/view.ts'
export { noIssues, type FieldIssues } from './widgets/widget.ts'
export { CreateRecordProvider, type CreateRecord, type CreateRequest } from './workspace/create-record-context.tsx'
export { useReferenceLabels } from './workspace/use-reference-labels.ts'
export { recordLabel } from './workspace/record-label.ts'
export {
  memberName,
  useFormat,
  useModuleView,
  useWorkspace,
  WorkspaceProvider,
  type RecordNavigation,
  type Workspace,
} from './workspace/workspace-context.tsx'
