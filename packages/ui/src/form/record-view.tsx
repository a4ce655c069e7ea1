import type { JsonObject, ModuleView } from '@telar/metadata'
import { noIssues } from '../widgets/widget.ts'
import type { FormContextValue } from './form-context.ts'
import { InlineActionsProvider, type InlineActions } from './inline-actions-context.ts'
import { InlineControl } from './inline-control.tsx'
import { Layout } from './layout.tsx'
import type { UiElement } from './ui-element.ts'
import classes from './form.module.css'

interface RecordViewProps {
  readonly module: ModuleView
  readonly ui: UiElement
  readonly values: JsonObject
  /** Without them the record is only read. */
  readonly actions: InlineActions | null
  readonly sections: FormContextValue['sections']
  /** Fields that are shown elsewhere. */
  readonly skip: ReadonlySet<string>
  /** Fields that the reader may not write on this record. */
  readonly locked: ReadonlySet<string>
}

/** A record as its layout shows it, each value editable in its place. */
export function RecordView({ module, ui, values, actions, sections, skip, locked }: RecordViewProps) {
  const form: FormContextValue = {
    module,
    values,
    issues: noIssues,
    isReadOnly: actions === null,
    firstField: undefined,
    Control: InlineControl,
    sections,
    skip,
    locked,
  }
  return (
    <div className={`${classes['root'] ?? ''} ${classes['record'] ?? ''}`}>
      <InlineActionsProvider value={actions}>
        <Layout ui={ui} form={form} />
      </InlineActionsProvider>
    </div>
  )
}
