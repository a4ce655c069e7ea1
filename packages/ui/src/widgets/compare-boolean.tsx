import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WidgetProps } from './widget.ts'

/** Yes or no as a choice: an empty box would mean neither. */
export function CompareBoolean({ field, value, onChange }: WidgetProps) {
  const { t } = useTranslation()
  return (
    <Select
      aria-label={field.title}
      placeholder={t('field.choose')}
      data={[
        { value: 'true', label: t('field.yes') },
        { value: 'false', label: t('field.no') },
      ]}
      value={typeof value === 'boolean' ? String(value) : null}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === 'true')}
    />
  )
}
