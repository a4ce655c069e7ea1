import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import type { WidgetProps } from './widget.ts'

/** A team to compare with. */
export function CompareTeam({ field, value, onChange }: WidgetProps) {
  const { t } = useTranslation()
  const { teams } = useWorkspace().model
  return (
    <Select
      aria-label={field.title}
      placeholder={t('field.chooseTeam')}
      data={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={typeof value === 'string' ? value : null}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('field.nothingFound')}
      maxDropdownHeight={320}
      onChange={onChange}
    />
  )
}
