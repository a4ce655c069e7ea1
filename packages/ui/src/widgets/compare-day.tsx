import { NumberInput, Select } from '@mantine/core'
import type { Json } from '@telar/metadata'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { dayChoiceOf, namedDays, valueOfDayChoice, type DayChoice } from './relative-day.ts'
import type { WidgetProps } from './widget.ts'
import classes from './widgets.module.css'

const farthest = 9999

const startOf: Readonly<Record<string, DayChoice>> = {
  fixed: { type: 'fixed', day: null },
  ago: { type: 'ago', days: 30 },
  ahead: { type: 'ahead', days: 30 },
}

/** Half a day is none to filter by. */
const wholeDay = (day: Json): Json => (typeof day === 'string' && !/^\d{4}-\d\d-\d\d(T|$)/.test(day) ? null : day)

/** A day to compare with: a fixed one, or one that moves with the calendar. */
export const compareDay = (Fixed: ComponentType<WidgetProps>): ComponentType<WidgetProps> =>
  function CompareDay(props: WidgetProps) {
    const { t } = useTranslation()
    const choice = dayChoiceOf(props.value)
    const write = (next: DayChoice) => props.onChange(valueOfDayChoice(next))
    const isOwnName = choice.type === 'named' && !namedDays.some((name) => name === choice.name)
    return (
      <div className={classes['compare']}>
        <Select
          aria-label={t('filter.day')}
          data={[
            { value: 'fixed', label: t('filter.days.fixed') },
            { value: 'ago', label: t('filter.days.ago') },
            { value: 'ahead', label: t('filter.days.ahead') },
            ...namedDays.map((name) => ({ value: name, label: t(`filter.days.${name}`) })),
            ...(isOwnName ? [{ value: choice.name, label: choice.name }] : []),
          ]}
          value={choice.type === 'named' ? choice.name : choice.type}
          allowDeselect={false}
          maxDropdownHeight={320}
          onChange={(key) => write(startOf[key ?? ''] ?? { type: 'named', name: key ?? 'today' })}
        />
        {choice.type === 'fixed' ? <Fixed {...props} onChange={(day) => props.onChange(wholeDay(day))} /> : null}
        {choice.type === 'ago' || choice.type === 'ahead' ? (
          <NumberInput
            aria-label={t('filter.dayCount')}
            value={choice.days}
            min={0}
            max={farthest}
            allowDecimal={false}
            allowNegative={false}
            hideControls={false}
            onChange={(days) => write({ ...choice, days: typeof days === 'number' ? days : 0 })}
          />
        ) : null}
      </div>
    )
  }
