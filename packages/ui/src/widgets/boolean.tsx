import { Checkbox } from '@mantine/core'
import { CompareBoolean } from './compare-boolean.tsx'
import type { Widget, WidgetProps } from './widget.ts'

function Edit({ field, value, onChange, label, help, disabled, autoFocus, issues }: WidgetProps) {
  return (
    <Checkbox
      name={field.name}
      label={label}
      description={help === '' ? undefined : help}
      error={issues?.get('') ?? undefined}
      disabled={disabled === true}
      autoFocus={autoFocus === true}
      checked={value === true}
      mt={label === undefined ? 0 : 22}
      {...(label === undefined ? { 'aria-label': field.title } : {})}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

export const boolean: Widget = { Edit, Compare: CompareBoolean, inline: 'change', size: 'line' }
