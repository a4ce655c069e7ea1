import { MultiSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRoles } from '../data/admin-queries.ts'

interface RolesSelectProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: readonly string[]
  readonly onChange: (names: readonly string[]) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
}

/** Roles by what they are called, each with what it is for. */
export function RolesSelect({ label, isLabelHidden = false, value, onChange, error, disabled }: RolesSelectProps) {
  const { t } = useTranslation()
  const roles = useRoles()
  const descriptions = new Map(roles.map(({ name, description }) => [name, description]))
  return (
    <MultiSelect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      data={roles.map(({ name, title }) => ({ value: name, label: title }))}
      value={[...value]}
      onChange={onChange}
      error={error}
      disabled={disabled === true}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('field.nothingFound')}
      {...(value.length === 0 ? { placeholder: t('admin.chooseRoles') } : {})}
      renderOption={({ option }) => (
        <div>
          {option.label}
          <Text size="xs" c="dimmed">
            {descriptions.get(option.value)}
          </Text>
        </div>
      )}
    />
  )
}
