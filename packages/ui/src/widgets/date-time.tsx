import { MomentInput } from '../parts/moment-input.tsx'
import { compareDay } from './compare-day.tsx'
import { inputProps } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  return (
    <MomentInput
      {...inputProps(props)}
      value={typeof props.value === 'string' ? props.value : null}
      clearable={props.required !== true}
      onChange={props.onChange}
      // Stays as it was typed, and is complained about.
      onUnreadable={props.onChange}
    />
  )
}

export const dateTime: Widget = { Edit, Compare: compareDay(Edit), inline: 'popup', size: 'line' }
