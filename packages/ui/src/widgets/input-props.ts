import type { WidgetProps } from './widget.ts'

/** What every single-input editor hands to its Mantine component. */
export const inputProps = ({ field, label, help, required, disabled, autoFocus, issues }: WidgetProps) => ({
  name: field.name,
  label,
  description: help === '' ? undefined : help,
  error: issues?.get('') ?? undefined,
  withAsterisk: required === true,
  'aria-required': required === true || undefined,
  disabled: disabled === true,
  autoFocus: autoFocus === true,
  'data-autofocus': autoFocus === true || undefined,
  ...(label === undefined ? { 'aria-label': field.title } : {}),
  inputWrapperOrder: [...helpBelow],
})

const helpBelow = ['label', 'input', 'error', 'description'] as const

export const clearLabel = (label: string) => ({ 'aria-label': label })

/** A text that was emptied is no text. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text)
