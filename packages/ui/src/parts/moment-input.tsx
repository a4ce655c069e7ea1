import { InlineDateTimePicker } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readMoment } from '../format/read-moment.ts'
import { instantOf, wallTimeOf } from '../format/wall-clock.ts'
import { useFormat } from '../workspace/workspace-context.tsx'
import { CalendarInput, type PassedOn } from './calendar-input.tsx'

interface MomentInputProps extends PassedOn {
  /** An instant, ISO 8601 in UTC; what is none is shown as it was typed. */
  readonly value: string | null
  readonly onChange: (instant: string | null) => void
  readonly clearable?: boolean
  /** Is told what was typed and is no moment; without it such a text is dropped. */
  readonly onUnreadable?: (typed: string) => void
  /** Only moments that are over, and told when they are complete: on Enter, when left, when picked. */
  readonly isPast?: boolean
}

/** Day and time in the zone of the workspace; what travels is the instant. */
export function MomentInput(props: MomentInputProps) {
  const { value, onChange, clearable = false, onUnreadable, isPast = false, ...input } = props
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone, language } = format.locale
  const [latest] = useState(() => new Date().toISOString())
  const [waiting, setWaiting] = useState<string | null>()
  const [month, setMonth] = useState('')
  const wallOf = (instant: string) => wallTimeOf(instant, timeZone).replace('T', ' ')
  const wall = value === null || Number.isNaN(Date.parse(value)) ? null : wallOf(value)

  const tell = (instant: string | null) => {
    if (isPast && instant !== null && instant > latest) return
    onChange(instant)
  }
  const type = (typed: string | null) => {
    const reading = { today: wallOf(new Date().toISOString()).slice(0, 10), language, timeZone }
    const read = typed === null ? null : readMoment(typed, reading)
    if (typed !== null && read === null) return isPast ? setWaiting(undefined) : onUnreadable?.(typed)
    const instant = read === null ? null : instantOf(read, timeZone)
    setMonth(read?.slice(0, 7) ?? '')
    if (isPast && instant !== null) setWaiting(instant)
    else tell(instant)
  }
  return (
    <CalendarInput
      input={input}
      text={value === null ? '' : format.dateTime(value)}
      placeholder={t('field.momentPlaceholder')}
      canClear={clearable && value !== null}
      onType={type}
      onSettle={() => {
        if (waiting !== undefined) tell(waiting)
        setWaiting(undefined)
      }}
    >
      {({ close }) => (
        <InlineDateTimePicker
          key={month}
          size="xs"
          fullWidth={false}
          value={wall}
          highlightToday
          nextLabel={t('field.calendarNext')}
          previousLabel={t('field.calendarPrevious')}
          {...(isPast ? { maxDate: wallOf(latest) } : {})}
          timePickerProps={{ hoursInputLabel: t('field.hours'), minutesInputLabel: t('field.minutes') }}
          submitButtonProps={{ 'aria-label': t('action.done') }}
          onChange={(next) => tell(next === null ? null : instantOf(next, timeZone))}
          onSubmit={close}
          __onEnter={close}
          __stopPropagation
        />
      )}
    </CalendarInput>
  )
}
