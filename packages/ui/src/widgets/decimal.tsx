import { textOrNull } from './input-props.ts'
import { NumberField } from './number-field.tsx'
import { scaleOf } from './scale.ts'
import type { Widget, WidgetProps } from './widget.ts'

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function EditDecimal(props: WidgetProps) {
  return (
    <NumberField
      props={props}
      text={textOf(props.value)}
      decimals={scaleOf(props.field)}
      onText={(text) => props.onChange(textOrNull(text))}
    />
  )
}

function EditPercent(props: WidgetProps) {
  return (
    <NumberField
      props={props}
      text={textOf(props.value)}
      decimals={scaleOf(props.field)}
      suffix=" %"
      onText={(text) => props.onChange(textOrNull(text))}
    />
  )
}

export const decimal: Widget = { Edit: EditDecimal, inline: 'blur', size: 'line' }

export const percent: Widget = { Edit: EditPercent, inline: 'blur', size: 'line' }
