import { Textarea } from '@mantine/core'
import { inputProps, textOrNull } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  return (
    <Textarea
      {...inputProps(props)}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(textOrNull(event.currentTarget.value))}
    />
  )
}

export const multiline: Widget = { Edit, inline: 'blur', wide: true }
