import { useQueryClient } from '@tanstack/react-query'
import { isTelarError, type RecordData } from '@telar/client'
import type { FieldView, Json, ModuleView } from '@telar/metadata'
import {
  noIssues,
  recordLayout,
  RecordView,
  serverIssues,
  useFormat,
  useWorkspace,
  memberName,
  type FieldIssues,
} from '@telar/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecordRights } from '../access/use-record-rights.ts'
import { useRefusal } from '../access/use-refusal.ts'
import { useRecordDialogs } from './record-dialogs-context.ts'
import { recordKey } from './record-query.ts'
import { useRecordActions } from './use-record-actions.ts'
import classes from './record.module.css'

interface RecordDetailsProps {
  readonly module: ModuleView
  readonly record: RecordData
  /** A past state is only read. */
  readonly isPast: boolean
  /** Fields that stand on a page of their own. */
  readonly skip?: readonly FieldView[]
}

/** The values of a record in their layout, each editable in its place. */
export function RecordDetails({ module, record, isPast, skip = none }: RecordDetailsProps) {
  const { client } = useWorkspace()
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { edit } = useRecordDialogs()
  const { save } = useRecordActions(module)
  const { rights, locked } = useRecordRights(module, record)
  const refuse = useRefusal(module.name)
  const ui = useMemo(() => recordLayout(module), [module])
  const commit = async (field: string, value: Json): Promise<FieldIssues> => {
    const key = recordKey(client.slug, module.name, record.id)
    // Shown as saved at once; what the server refuses comes back.
    queries.setQueryData(key, { ...record, [field]: value })
    try {
      await save(record, { [field]: value })
      return noIssues
    } catch (error) {
      void queries.invalidateQueries({ queryKey: key })
      if (isTelarError(error) && error.status === 403) refuse(error, { record: record.id })
      return issuesAt(field, error, t('state.offline'))
    }
  }
  const canEdit = rights.update && !isPast
  return (
    <>
      <RecordView
        module={module}
        ui={ui}
        values={record}
        sections="stacked"
        locked={locked}
        skip={new Set(skip.map(({ name }) => name))}
        actions={canEdit ? { commit, editAll: () => edit({ module: module.name, record }) } : null}
      />
      <Provenance record={record} />
    </>
  )
}

const none: readonly FieldView[] = []

/** What the server said, at the one field that is being edited. */
const issuesAt = (field: string, error: unknown, offline: string): FieldIssues => {
  if (!isTelarError(error) || error.status === 0) return new Map([['', offline]])
  const { atFields, others } = serverIssues(error.issues, new Set([field]))
  const prefix = `/${field}`
  const own = [...atFields].map(([pointer, message]): [string, string] => [pointer.slice(prefix.length), message])
  return new Map([...own, ...(own.length === 0 ? [['', others[0] ?? error.message] as const] : [])])
}

function Provenance({ record }: { readonly record: RecordData }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { model } = useWorkspace()
  const line = (at: Json | undefined, by: Json | undefined, key: 'record.createdBy' | 'record.updatedBy') =>
    typeof at === 'string'
      ? t(key, {
          when: format.dateTime(at),
          who: (typeof by === 'string' ? memberName(model.members, by) : '') || 'Telar',
        })
      : ''
  return (
    <p className={classes['provenance']}>
      <span>{line(record['createdAt'], record['createdBy'], 'record.createdBy')}</span>
      <span>{line(record['updatedAt'], record['updatedBy'], 'record.updatedBy')}</span>
    </p>
  )
}
