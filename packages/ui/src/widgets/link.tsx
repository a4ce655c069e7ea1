import { referenceOf } from '../views/reference-of.ts'
import { useModuleView } from '../workspace/workspace-context.tsx'
import { CompareLink } from './compare-link.tsx'
import { inputProps } from './input-props.ts'
import { LinkPicker } from './link-picker.tsx'
import { text } from './text-widget.tsx'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const module = useModuleView(props.field.link ?? '')
  // The reader may not see the other module: what is linked can be read, not chosen.
  if (module === undefined) return <text.Edit {...props} value={referenceOf(props.value)?.label ?? null} disabled />
  return (
    <LinkPicker
      module={module}
      value={referenceOf(props.value)}
      input={inputProps(props)}
      clearable={props.required !== true}
      onDone={props.onDone}
      onChange={(reference) => props.onChange(reference === null ? null : { ...reference })}
    />
  )
}

export const link: Widget = { Edit, Compare: CompareLink, inline: 'change', size: 'line' }
