import { DateInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { wallTimeOf } from '../format/wall-clock.ts'
import { useFormat } from '../workspace/workspace-context.tsx'
import { compareDay } from './compare-day.tsx'
import { clearLabel, inputProps } from './input-props.ts'
import { readDay } from './read-day.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = () => wallTimeOf(new Date().toISOString(), format.locale.timeZone).slice(0, 10)
  return (
    <DateInput
      {...inputProps(props)}
      value={typeof props.value === 'string' ? props.value : null}
      valueFormat={(day) => format.date(day)}
      dateParser={(typed) => readDay(typed, today())}
      placeholder={t('field.dayPlaceholder')}
      clearable={props.required !== true}
      clearButtonProps={clearLabel(t('action.clear'))}
      highlightToday
      onChange={(day) => props.onChange(day)}
    />
  )
}

export const date: Widget = { Edit, Compare: compareDay(Edit), inline: 'blur', size: 'line' }
