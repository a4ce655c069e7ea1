import { Textarea } from '@mantine/core'
import { inputProps, textOrNull } from './input-props.ts'
import { text } from './text-widget.tsx'
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

export const multiline: Widget = { Edit, Compare: text.Edit, inline: 'blur', size: 'wide' }
