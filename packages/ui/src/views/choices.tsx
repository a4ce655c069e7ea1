import { isList, type FieldView, type Json } from '@telar/metadata'
import { Pill } from '../parts/pill.tsx'
import { optionOf } from '../widgets/option-of.ts'
import type { View, ViewProps } from './view.ts'

const labelOf = (field: FieldView, value: Json): string =>
  optionOf(field, value)?.label ?? (typeof value === 'string' ? value : JSON.stringify(value))

function One({ field, value }: { readonly field: FieldView; readonly value: Json }) {
  return <Pill label={labelOf(field, value)} color={optionOf(field, value)?.color ?? 'gray'} />
}

function ShowMany({ field, value, dense }: ViewProps) {
  const values = isList(value) ? value : [value]
  return (
    <span className="pills" style={dense ? { flexWrap: 'nowrap' } : undefined}>
      {values.map((each) => (
        <One key={JSON.stringify(each)} field={field} value={each} />
      ))}
    </span>
  )
}

export const select: View = { Show: One, text: (value, field) => labelOf(field, value), numeric: false }

export const multiSelect: View = {
  Show: ShowMany,
  text: (value, field) => (isList(value) ? value : [value]).map((each) => labelOf(field, each)).join(', '),
  numeric: false,
}
