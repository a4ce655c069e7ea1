import type { FieldView, Json } from '@telar/metadata'
import type { ComponentType } from 'react'

/** Messages by JSON Pointer inside the value; the empty pointer is the value itself. */
export type FieldIssues = ReadonlyMap<string, string>

export interface WidgetProps {
  readonly field: FieldView
  readonly value: Json
  readonly onChange: (value: Json) => void
  /** Drawn above the editor; without it the editor is named by the field's title for assistive technology. */
  readonly label?: string | undefined
  readonly help?: string | undefined
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly issues?: FieldIssues | undefined
}

/**
 * One editor. `inline` says how it behaves in a cell or beside a label:
 * `blur` keeps what was typed when it loses the focus or on Enter, `change` keeps each choice at once,
 * `popup` opens as a small form with its own buttons, `none` cannot be edited in place.
 */
export interface Widget {
  readonly Edit: ComponentType<WidgetProps>
  readonly inline: 'blur' | 'change' | 'popup' | 'none'
  /** Takes the whole width of a form. */
  readonly wide: boolean
}

export const noIssues: FieldIssues = new Map()
