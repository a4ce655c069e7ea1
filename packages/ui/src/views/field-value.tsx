import type { FieldView, Json } from '@telar/metadata'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { viewOf } from './text-of.ts'

interface FieldValueProps {
  readonly field: FieldView
  readonly value: Json | undefined
  readonly dense?: boolean
}

/** A value as its field's view shows it; a dash when it is empty. */
export function FieldValue({ field, value, dense = false }: FieldValueProps) {
  const { views } = useWorkspace()
  if (isEmpty(value)) return <span className="empty-value">—</span>
  const { Show } = viewOf(views, field)
  return <Show field={field} value={value} dense={dense} />
}

const isEmpty = (value: Json | undefined): value is null | undefined =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
