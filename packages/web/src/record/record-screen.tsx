import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ModuleView } from '@telar/metadata'
import {
  ErrorState,
  recordLabel,
  recordLayout,
  tableFields,
  usePhone,
  useReader,
  useTitle,
  useWorkspace,
  Waiting,
} from '@telar/ui'
import { useMemo } from 'react'
import { MissingScreen } from '../state/missing-screen.tsx'
import { AsOfBanner } from './as-of-banner.tsx'
import { RecordDetails } from './record-details.tsx'
import { RecordHead } from './record-head.tsx'
import { useRecord } from './record-query.ts'
import type { RecordSearch } from './record-search.ts'
import { RecordTabs } from './record-tabs.tsx'
import classes from './record.module.css'

/** A record on a page of its own: its values at the left, what belongs to it at the right. */
export function RecordScreen() {
  const { module: name, id } = useParams({ from: '/workspace/$module/$id' })
  const { model } = useWorkspace()
  const module = model.modules[name]
  return module === undefined ? <MissingScreen /> : <RecordPage key={id} module={module} id={id} />
}

function RecordPage({ module, id }: { readonly module: ModuleView; readonly id: string }) {
  const reader = useReader()
  const isPhone = usePhone()
  const navigate = useNavigate({ from: '/$module/$id' })
  const search = useSearch({ from: '/workspace/$module/$id' })
  const record = useRecord(module.name, id, search.asOf)
  const tables = useMemo(() => tableFields(module, recordLayout(module)), [module])
  const label = record.data === undefined ? undefined : recordLabel(module, record.data, reader)
  useTitle(label)
  const change = (changes: { readonly [Key in keyof RecordSearch]?: RecordSearch[Key] | undefined }) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined)),
      replace: true,
    })

  if (record.isPending) return <Waiting />
  if (record.isError)
    return (
      <ErrorState
        error={record.error}
        question={{ module: module.name, action: 'read', record: id }}
        onRetry={() => void record.refetch()}
      />
    )
  const details = (
    <RecordDetails module={module} record={record.data} isPast={search.asOf !== undefined} skip={tables} />
  )
  return (
    <div className={classes['page']}>
      <RecordHead
        module={module}
        record={record.data}
        place="page"
        isPast={search.asOf !== undefined}
        onGone={() => void navigate({ to: '/$module' })}
      />
      {search.asOf === undefined ? null : <AsOfBanner asOf={search.asOf} onNow={() => change({ asOf: undefined })} />}
      <div className={classes['columns']}>
        {isPhone ? null : <section className={classes['left']}>{details}</section>}
        <section className={classes['right']}>
          <RecordTabs
            module={module}
            record={record.data}
            tables={tables}
            {...(isPhone ? { details } : {})}
            tab={search.tab}
            asOf={search.asOf}
            onTab={(tab) => change({ tab })}
            onAsOf={(asOf) => change({ asOf })}
          />
        </section>
      </div>
    </div>
  )
}
