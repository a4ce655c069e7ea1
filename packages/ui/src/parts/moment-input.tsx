import { DateTimePicker, type DateTimePickerProps } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, wallTimeOf } from '../format/wall-clock.ts'
import { useFormat } from '../workspace/workspace-context.tsx'

type Passed = Pick<
  DateTimePickerProps,
  | 'label'
  | 'description'
  | 'error'
  | 'withAsterisk'
  | 'disabled'
  | 'autoFocus'
  | 'aria-label'
  | 'inputWrapperOrder'
  | 'miw'
  | 'clearable'
>

interface MomentInputProps extends Passed {
  /** An instant, ISO 8601 in UTC. */
  readonly value: string | null
  readonly onChange: (instant: string | null) => void
  readonly isPast?: boolean
}

/** Day and time in the zone of the workspace; what travels is the instant. */
export function MomentInput({ value, onChange, isPast = false, ...passed }: MomentInputProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone } = format.locale
  const [latest] = useState(() => new Date())
  const wallOf = (instant: string) => wallTimeOf(instant, timeZone).replace('T', ' ')
  return (
    <DateTimePicker
      {...passed}
      value={value === null ? null : wallOf(value)}
      valueFormat={(wall) => format.dateTime(instantOf(wall, timeZone))}
      placeholder={t('field.momentPlaceholder')}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      submitButtonProps={{ 'aria-label': t('action.done') }}
      highlightToday
      {...(isPast ? { maxDate: wallOf(latest.toISOString()) } : {})}
      onChange={(wall) => onChange(wall === null ? null : instantOf(wall, timeZone))}
    />
  )
}
