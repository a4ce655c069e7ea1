import { TextInput } from '@mantine/core'
import { inputProps, textOrNull } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

/** One line of text; the kinds differ only in what the keyboard of a phone offers and what the browser may fill in. */
const textWidget = (input: { readonly type: string; readonly inputMode: 'text' | 'email' | 'tel' | 'url' }): Widget => {
  function Edit(props: WidgetProps) {
    const value = typeof props.value === 'string' || typeof props.value === 'number' ? String(props.value) : ''
    return (
      <TextInput
        {...inputProps(props)}
        {...input}
        autoComplete="off"
        value={value}
        onChange={(event) => props.onChange(textOrNull(event.currentTarget.value))}
      />
    )
  }
  return { Edit, inline: 'blur', size: 'line' }
}

export const text = textWidget({ type: 'text', inputMode: 'text' })
// Not `type="email"` or `"url"`: the browser's own check would speak its own language and drop what it dislikes.
export const email = textWidget({ type: 'text', inputMode: 'email' })
export const phone = textWidget({ type: 'tel', inputMode: 'tel' })
export const url = textWidget({ type: 'text', inputMode: 'url' })
