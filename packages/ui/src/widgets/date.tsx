import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDay } from '../format/read-day.ts'
import { wallTimeOf } from '../format/wall-clock.ts'
import { CalendarInput } from '../parts/calendar-input.tsx'
import { useFormat } from '../workspace/workspace-context.tsx'
import { compareDay } from './compare-day.tsx'
import { inputProps } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language, timeZone } = format.locale
  const [month, setMonth] = useState('')
  const value = typeof props.value === 'string' ? props.value : null
  const type = (typed: string | null) => {
    const today = wallTimeOf(new Date().toISOString(), timeZone).slice(0, 10)
    const day = typed === null ? null : readDay(typed, { today, language })
    if (day !== null) setMonth(day.slice(0, 7))
    // What is no day stays as it was typed, and is complained about.
    props.onChange(day ?? typed)
  }
  return (
    <CalendarInput
      input={inputProps(props)}
      text={value === null ? '' : format.date(value)}
      placeholder={t('field.dayPlaceholder')}
      canClear={value !== null && props.required !== true}
      onType={type}
    >
      {({ close }) => (
        <DatePicker
          key={month}
          size="xs"
          value={value !== null && isoDay.test(value) ? value : null}
          {...(value !== null && isoDay.test(value) ? { defaultDate: value } : {})}
          highlightToday
          nextLabel={t('field.calendarNext')}
          previousLabel={t('field.calendarPrevious')}
          __stopPropagation
          onChange={(day) => {
            props.onChange(day)
            close()
          }}
        />
      )}
    </CalendarInput>
  )
}

const isoDay = /^\d{4}-\d\d-\d\d$/

export const date: Widget = { Edit, Compare: compareDay(Edit), inline: 'blur', size: 'line' }
