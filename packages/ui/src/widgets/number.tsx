import { NumberField } from './number-field.tsx'
import type { Widget, WidgetProps } from './widget.ts'

const textOf = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '')

const readNumber = (text: string): number | null => (text === '' || Number.isNaN(Number(text)) ? null : Number(text))

function EditInteger(props: WidgetProps) {
  return (
    <NumberField
      props={props}
      text={textOf(props.value)}
      allowDecimal={false}
      onText={(text) => props.onChange(readNumber(text))}
    />
  )
}

function EditNumber(props: WidgetProps) {
  return <NumberField props={props} text={textOf(props.value)} onText={(text) => props.onChange(readNumber(text))} />
}

export const integer: Widget = { Edit: EditInteger, inline: 'blur', size: 'line' }

export const number: Widget = { Edit: EditNumber, inline: 'blur', size: 'line' }
