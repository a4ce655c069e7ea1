import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../parts/avatar.tsx'
import { referenceOf } from '../views/reference-of.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { CompareUser } from './compare-user.tsx'
import { clearLabel, inputProps } from './input-props.ts'
import type { Widget, WidgetProps } from './widget.ts'

function Edit(props: WidgetProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const current = referenceOf(props.value)
  const isKnown = current === null || model.members.some((member) => member.id === current.id)
  const people = isKnown ? model.members : [...model.members, { id: current.id, name: current.label }]
  return (
    <Select
      {...inputProps(props)}
      data={people.map((member) => ({ value: member.id, label: member.name }))}
      value={current?.id ?? null}
      searchable
      {...(props.onDone === undefined ? {} : { onDropdownClose: props.onDone })}
      clearable={props.required !== true}
      allowDeselect={false}
      clearButtonProps={clearLabel(t('action.clear'))}
      nothingFoundMessage={t('field.nothingFound')}
      placeholder={t('field.choosePerson')}
      onChange={(id, option) => props.onChange(id === null ? null : { id, label: option.label })}
      renderOption={({ option }) => (
        <Group gap={8} wrap="nowrap">
          <Avatar name={option.label} round />
          <span className="truncate">{option.label}</span>
        </Group>
      )}
    />
  )
}

export const user: Widget = { Edit, Compare: CompareUser, personal: 'id', inline: 'change', size: 'line' }
