import { Group, Select, type SelectProps } from '@mantine/core'
import type { Member } from '@telar/client'
import { Avatar } from '@telar/ui'
import { useTranslation } from 'react-i18next'

interface PersonSelectProps extends Pick<SelectProps, 'label' | 'aria-label' | 'error' | 'placeholder' | 'clearable'> {
  readonly people: readonly Member[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

export function PersonSelect({ people, value, onChange, ...input }: PersonSelectProps) {
  const { t } = useTranslation()
  return (
    <Select
      {...input}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      nothingFoundMessage={t('field.nothingFound')}
      renderOption={({ option }) => <PersonOption name={option.label} />}
    />
  )
}

export function PersonOption({ name }: { readonly name: string }) {
  return (
    <Group gap={8} wrap="nowrap">
      <Avatar name={name} round />
      <span className="truncate">{name}</span>
    </Group>
  )
}
