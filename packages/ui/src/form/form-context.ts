import type { FieldView, Json, JsonObject, ModuleView } from '@telar/metadata'
import { createContext, use, type ComponentType } from 'react'
import type { FieldIssues } from '../widgets/widget.ts'

export interface ControlProps {
  readonly field: FieldView
  readonly value: Json
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  /** Read only for this reader, who could write in this place otherwise. */
  readonly isLocked: boolean
  readonly isFirst: boolean
  readonly issues: FieldIssues
}

/** What the controls of one form or record share. */
export interface FormContextValue {
  readonly module: ModuleView
  readonly values: JsonObject
  readonly issues: FieldIssues
  readonly isReadOnly: boolean
  readonly firstField: string | undefined
  /** How one field is drawn: an editor in a form, a value in a record. */
  readonly Control: ComponentType<ControlProps>
  /** Fields that are drawn elsewhere. */
  readonly skip: ReadonlySet<string>
  /** Fields that the reader may not write on this record. */
  readonly locked: ReadonlySet<string>
  /** Sections of a layout: side by side as tabs, or one below the other. */
  readonly sections: 'tabs' | 'stacked'
}

const FormContext = createContext<FormContextValue | null>(null)

export const FormProvider = FormContext.Provider

export const useForm = (): FormContextValue => {
  const form = use(FormContext)
  if (form === null) throw new Error('Controls must stand inside a form.')
  return form
}
