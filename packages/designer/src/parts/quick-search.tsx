import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './admin.module.css'

interface QuickSearchProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Searches in what is already here, at each key. */
export function QuickSearch({ label, value, onChange }: QuickSearchProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      type="search"
      className={classes['search']}
      aria-label={label}
      placeholder={t('admin.search')}
      leftSection={<IconSearch size={14} stroke={1.6} />}
      rightSection={
        value === '' ? undefined : <CloseButton size="xs" aria-label={t('action.clear')} onClick={() => onChange('')} />
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
      }}
    />
  )
}
