import type { Member, Team } from '@telar/client'
import type { FieldView, Json, ViewName } from '@telar/metadata'
import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { Format } from '../format/format.ts'

export interface ViewProps {
  readonly field: FieldView
  /** Never null: what is empty is drawn by the place that shows it. */
  readonly value: Json
  /** One line, as in a cell of a list. */
  readonly dense: boolean
}

/** Who reads, for views that make text. */
export interface Reader {
  readonly format: Format
  readonly members: readonly Member[]
  readonly teams: readonly Team[]
  readonly t: TFunction
  readonly views: Views
}

export type Views = Readonly<Record<ViewName, View>>

/** One way to show a value. */
export interface View {
  readonly Show: ComponentType<ViewProps>
  /** The value in plain words: for histories, labels, toasts and tooltips. */
  readonly text: (value: Json, field: FieldView, reader: Reader) => string
  /** Numbers stand at the end of their column. */
  readonly numeric: boolean
}
