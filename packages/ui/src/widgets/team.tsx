import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { referenceOf } from '../views/reference-of.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { CompareTeam } from './compare-team.tsx'
import { clearLabel, inputProps } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { teams } = useWorkspace().model
  const current = referenceOf(props.value)
  const isKnown = current === null || teams.some((team) => team.id === current.id)
  const choices = isKnown ? teams : [...teams, { id: current.id, name: current.label }]
  return (
    <Select
      {...inputProps(props)}
      data={choices.map((team) => ({ value: team.id, label: team.name }))}
      value={current?.id ?? null}
      searchable
      {...(props.onDone === undefined ? {} : { onDropdownClose: props.onDone })}
      clearable={props.required !== true}
      allowDeselect={false}
      clearButtonProps={clearLabel(t('action.clear'))}
      nothingFoundMessage={t('field.nothingFound')}
      placeholder={t('field.chooseTeam')}
      onChange={(id, option) => props.onChange(id === null ? null : { id, label: option.label })}
    />
  )
}

export const team: Widget = { Edit, Compare: CompareTeam, personal: 'teams', inline: 'change', size: 'line' }
