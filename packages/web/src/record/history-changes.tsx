import { UnstyledButton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { HistoryChange, HistoryEntry } from '@telar/client'
import type { FieldView, Json, ModuleView } from '@telar/metadata'
import { textOf, useReader, useReferenceLabels } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './record.module.css'

const shownAtFirst = 6

/** Old → new of every field that an entry touched. */
export function HistoryChanges({ module, entry }: { readonly module: ModuleView; readonly entry: HistoryEntry }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const changes = entry.changes.flatMap((change) => {
    const field = module.fields[change.field]
    return field === undefined ? [] : [{ field, change }]
  })
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst)
  if (changes.length === 0) return null
  return (
    <>
      <dl className={classes['changes']}>
        {shown.map(({ field, change }) => (
          <div key={field.name}>
            <dt>{field.title}</dt>
            <dd>
              <Change field={field} change={change} isFirst={entry.op === 'create'} />
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > shown.length ? (
        <UnstyledButton className="text-link" fz="sm" onClick={() => setWhole(true)}>
          {t('record.moreChanges', { count: changes.length - shown.length })}
        </UnstyledButton>
      ) : null}
    </>
  )
}

function Change({
  field,
  change,
  isFirst,
}: {
  readonly field: FieldView
  readonly change: HistoryChange
  readonly isFirst: boolean
}) {
  const { t } = useTranslation()
  const reader = useReader()
  const labelled = useReferenceLabels(field.link, [change.before, change.after])
  const text = (value: Json) => textOf(field, labelled(value), reader)
  const before = text(change.before)
  const after = text(change.after)
  if (isFirst) return <span>{after}</span>
  return (
    <>
      {before === '' ? <span className="dimmed">{t('record.empty')}</span> : <del>{before}</del>}
      <IconArrowRight size={12} aria-label={t('record.became')} />
      {after === '' ? <span className="dimmed">{t('record.empty')}</span> : <ins>{after}</ins>}
    </>
  )
}
