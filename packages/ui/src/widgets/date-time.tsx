import { MomentInput } from '../parts/moment-input.tsx'
import { compareDay } from './compare-day.tsx'
import { inputProps } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { name: _name, 'aria-required': _required, 'data-autofocus': _autofocus, ...input } = inputProps(props)
  return (
    <MomentInput
      {...input}
      value={typeof props.value === 'string' ? props.value : null}
      clearable={props.required !== true}
      onChange={props.onChange}
    />
  )
}

export const dateTime: Widget = { Edit, Compare: compareDay(Edit), inline: 'popup', size: 'line' }
