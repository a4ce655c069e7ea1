import { Select } from '@mantine/core'
import { isList, operators, periods, type Json, type Operator } from '@telar/metadata'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n/i18n.ts'
import type { WidgetProps } from '../widgets/widget.ts'
import { useWidgets, widgetOf, type Widgets } from '../widgets/widgets-context.ts'
import type { FilterField } from './filter-fields.ts'
import { FilterList } from './filter-list.tsx'
import { PersonalValue } from './personal-value.tsx'
import classes from './filter.module.css'

interface FilterValueProps {
  readonly choice: FilterField
  readonly op: string
  readonly value: Json
  readonly onChange: (value: Json) => void
}

/** What a condition compares with, in the form its operator takes. */
export function FilterValue(props: FilterValueProps) {
  const widgets = useWidgets()
  const operator = operators.get(props.op)
  if (operator === undefined || operator.takes === 'none') return <span />
  return (
    <PersonalValue
      widget={widgetOf(widgets, props.choice.field)}
      takes={operator.takes}
      value={props.value}
      onChange={props.onChange}
    >
      <SameForAll {...props} />
    </PersonalValue>
  )
}

function SameForAll({ choice, op, value, onChange }: FilterValueProps) {
  const widgets = useWidgets()
  const operator = operators.get(op)
  if (operator === undefined || operator.takes === 'none') return <span />
  if (operator.takes === 'period') return <PeriodValue value={value} onChange={onChange} />
  const field = { ...choice.field, title: choice.label }
  const { One } = editorOf(widgets, choice, operator)
  const [low = null, high = null] = isList(value) ? value : []
  switch (operator.takes) {
    case 'list':
      return <FilterList key={choice.path} field={field} Editor={One} value={value} onChange={onChange} />
    case 'two':
      return (
        <div className={classes['two']}>
          <One field={field} value={low} onChange={(next) => onChange([next, high])} />
          <One field={field} value={high} onChange={(next) => onChange([low, next])} />
        </div>
      )
    case 'one':
      return <One key={`${choice.path} ${op}`} field={field} value={value} onChange={onChange} />
  }
}

/** Pieces of text and parts of a value are written as text; a day of an instant as a date. */
const editorOf = (
  widgets: Widgets,
  { field, part }: FilterField,
  { reads }: Operator,
): { readonly One: ComponentType<WidgetProps> } => {
  if (reads === 'text') return { One: widgets.text.Edit }
  const widget = reads === 'day' ? widgets.date : widgetOf(widgets, field)
  if (part !== undefined) return { One: widget.compareParts?.[part] ?? widgets.text.Edit }
  return { One: widget.Compare ?? widget.Edit }
}

function PeriodValue({ value, onChange }: Pick<FilterValueProps, 'value' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <Select
      aria-label={t('filter.period')}
      placeholder={t('filter.choosePeriod')}
      data={periods.map(({ name, label }) => ({ value: name, label: label[currentLanguage()] }))}
      value={typeof value === 'string' ? value : null}
      allowDeselect={false}
      searchable
      maxDropdownHeight={320}
      onChange={onChange}
    />
  )
}
