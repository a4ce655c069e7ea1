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
  /** The list of choices was closed: whoever opened the editor to choose is done. */
  readonly onDone?: () => void
  /** In a cell of a table: as narrow as can be. */
  readonly dense?: boolean
}

/**
 * One editor. `inline` says how it behaves in a cell or beside a label:
 * `blur` keeps what was typed when it loses the focus or on Enter, `change` keeps each choice at once,
 * `popup` opens as a small form with its own buttons, `none` cannot be edited in place.
 */
export interface Widget {
  readonly Edit: ComponentType<WidgetProps>
  /** Writes one value to compare with in a filter, where that is another than the value itself. */
  readonly Compare?: ComponentType<WidgetProps>
  /** The same for parts of the value that are no text. */
  readonly compareParts?: Readonly<Record<string, ComponentType<WidgetProps>>>
  /** What of a person such a value can be: who it is, or one of the teams. */
  readonly personal?: 'id' | 'teams'
  readonly inline: 'blur' | 'change' | 'popup' | 'none'
  /** `line`: beside others; `wide`: the whole width of a form; `table`: wants even more, a page of its own if there is one. */
  readonly size: 'line' | 'wide' | 'table'
}

export const noIssues: FieldIssues = new Map()
