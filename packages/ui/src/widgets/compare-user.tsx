import { Select } from '@mantine/core'
import { isObject } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { usePersonalValues } from '../filter/personal-values.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { WidgetProps } from './widget.ts'

const meKey = '$me'

/** A person to compare with, or whoever looks at the list. */
export function CompareUser({ field, value, onChange }: WidgetProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const isAboutOthers = usePersonalValues() !== null
  return (
    <Select
      aria-label={field.title}
      placeholder={t('field.choosePerson')}
      data={[
        ...(isAboutOthers ? [] : [{ value: meKey, label: t('filter.me') }]),
        ...model.members.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={isObject(value) && value['user'] === 'id' ? meKey : typeof value === 'string' ? value : null}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('field.nothingFound')}
      maxDropdownHeight={320}
      onChange={(chosen) => onChange(chosen === meKey ? { user: 'id' } : chosen)}
    />
  )
}
