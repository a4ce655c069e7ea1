import { Alert } from '@mantine/core'
import type { FieldView, ModuleView } from '@telar/metadata'
import { useMemo, type ReactNode, type SubmitEvent } from 'react'
import type { FieldIssues } from '../widgets/widget.ts'
import { EditControl } from './edit-control.tsx'
import { FormActionsProvider } from './form-actions-context.ts'
import type { FormContextValue } from './form-context.ts'
import { fieldOf } from './form-issues.ts'
import { Layout } from './layout.tsx'
import { fieldsIn, type UiElement } from './ui-element.ts'
import { useCalmLeave } from './use-calm-leave.ts'
import type { RecordForm } from './use-record-form.ts'
import classes from './form.module.css'

interface SchemaFormProps {
  readonly ui: UiElement
  readonly form: RecordForm
  readonly id: string
  /** Fields that the reader may not write on this record. */
  readonly locked?: ReadonlySet<string>
  /** Called after a save that succeeded. */
  readonly onSaved?: () => void
  /** The buttons below. */
  readonly children?: ReactNode
}

/** The form of any module, from its layout. */
export function SchemaForm({ ui, form, id, locked = nothing, onSaved, children }: SchemaFormProps) {
  const { module, values, issues, problems, change, leave } = form
  const calm = useCalmLeave(leave)
  const actions = useMemo(() => ({ change, leave: calm.leave }), [change, calm.leave])
  const firstField = useMemo(() => fieldsIn(ui).find((name) => isWritable(module.fields[name])), [ui, module])
  const context: FormContextValue = {
    module,
    values,
    issues,
    isReadOnly: false,
    firstField,
    Control: EditControl,
    skip: nothing,
    locked,
    sections: 'tabs',
  }
  const elsewhere = issuesElsewhere(module, issues, new Set(fieldsIn(ui)))
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A form inside a form (a record made from a link picker) must not save the outer one.
    event.stopPropagation()
    const element = event.currentTarget
    const obstacle = await form.submit()
    if (obstacle === undefined) onSaved?.()
    else focusField(element, obstacle)
  }
  return (
    <form
      id={id}
      noValidate
      className={classes['root']}
      onPointerDown={calm.onPointerDown}
      onSubmit={(event) => void submit(event)}
    >
      {problems.length + elsewhere.length === 0 ? null : (
        <Alert color="red" variant="light" mb="md" role="alert">
          {[...problems, ...elsewhere].map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
      <FormActionsProvider value={actions}>
        <Layout ui={ui} form={context} />
      </FormActionsProvider>
      {children === undefined ? null : <div className={classes['footer']}>{children}</div>}
    </form>
  )
}

const isWritable = (field: FieldView | undefined): boolean => field?.readOnly === false && field.right === 'write'

/** What stands in the way but is not drawn by this layout: without a word the form would just not save. */
const issuesElsewhere = (module: ModuleView, issues: FieldIssues, drawn: ReadonlySet<string>): readonly string[] =>
  [...issues].flatMap(([pointer, message]) => {
    const name = fieldOf(pointer)
    return drawn.has(name) ? [] : [`${module.fields[name]?.title ?? name}: ${message}`]
  })

const nothing: ReadonlySet<string> = new Set()

/** Once the tab that holds it is drawn. */
const focusField = (form: HTMLFormElement, name: string): void => {
  setTimeout(() => {
    const place = form.querySelector(`[data-field="${CSS.escape(name)}"]`)
    const wrong = place?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const input = wrong ?? place?.querySelector<HTMLElement>('input, textarea, button')
    input?.focus()
    place?.scrollIntoView({ block: 'nearest' })
  }, 60)
}
