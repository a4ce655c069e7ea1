import { MultiSelect } from '@mantine/core'
import type { AuditPage } from '@telar/client'
import { MomentInput, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { PersonSelect } from '../parts/person-select.tsx'
import classes from '../parts/admin.module.css'

export interface AuditFilter {
  /** None = all. */
  readonly acts: readonly string[]
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

interface AuditFilterBarProps {
  readonly filter: AuditFilter
  readonly acts: AuditPage['acts']
  readonly onFilter: (filter: AuditFilter) => void
}

export function AuditFilterBar({ filter, acts, onFilter }: AuditFilterBarProps) {
  const { t } = useTranslation()
  const { members } = useWorkspace().model
  const inOrder = acts.toSorted((one, other) => one.title.localeCompare(other.title))
  const moment = (part: 'from' | 'to') => ({
    label: t(`audit.${part}`),
    value: filter[part] ?? null,
    clearable: true,
    onChange: (instant: string | null) => onFilter({ ...filter, [part]: instant ?? undefined }),
  })
  return (
    <div className={classes['filter']} role="search" aria-label={t('admin.audit')}>
      <MultiSelect
        label={t('audit.what')}
        data={inOrder.map(({ act, title }) => ({ value: act, label: title }))}
        value={[...filter.acts]}
        searchable
        clearable
        hidePickedOptions
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        nothingFoundMessage={t('field.nothingFound')}
        {...(filter.acts.length === 0 ? { placeholder: t('audit.anything') } : {})}
        onChange={(chosen) => onFilter({ ...filter, acts: chosen })}
      />
      <PersonSelect
        label={t('audit.who')}
        placeholder={t('audit.anybody')}
        people={members}
        value={filter.actor ?? null}
        clearable
        onChange={(actor) => onFilter({ ...filter, actor: actor ?? undefined })}
      />
      <MomentInput {...moment('from')} />
      <MomentInput {...moment('to')} />
    </div>
  )
}
