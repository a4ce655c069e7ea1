import { Select, type ComboboxItem, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface AddSelectProps extends Pick<SelectProps, 'renderOption'> {
  readonly label: string
  readonly options: readonly ComboboxItem[]
  readonly onAdd: (value: string) => void
}

/** Adds one at a time to a list above: empty again after each. */
export function AddSelect({ label, options, onAdd, ...input }: AddSelectProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  return (
    <Select
      {...input}
      aria-label={label}
      placeholder={label}
      data={[...options]}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('field.nothingFound')}
      onChange={(value) => {
        setTyped('')
        if (value !== null) onAdd(value)
      }}
    />
  )
}
