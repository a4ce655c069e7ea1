import type { ModuleView } from '@telar/metadata'
import { Waiting, ErrorState } from '@telar/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AsOfBanner } from './as-of-banner.tsx'
import { RecordDetails } from './record-details.tsx'
import { RecordHead } from './record-head.tsx'
import { useRecord } from './record-query.ts'
import { detailsTab, RecordTabs } from './record-tabs.tsx'
import classes from './record.module.css'

interface RecordPanelProps {
  readonly module: ModuleView
  readonly id: string
  readonly onClose: () => void
}

/** A record beside its list, which stays alive; on a phone it covers the screen. */
export function RecordPanel({ module, id, onClose }: RecordPanelProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const [tab, setTab] = useState(detailsTab)
  const [asOf, setAsOf] = useState<string>()
  const record = useRecord(module.name, id, asOf)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const isElsewhere =
        target instanceof Element &&
        target.closest('input, textarea, [role="dialog"], [role="menu"], [role="listbox"], .ag-cell-inline-editing') !==
          null
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])

  return (
    <aside ref={panel} className={classes['panel']} aria-label={t('record.panel', { module: module.title })}>
      {record.isPending ? <Waiting /> : null}
      {record.isError ? (
        <ErrorState
          error={record.error}
          question={{ module: module.name, action: 'read', record: id }}
          onRetry={() => void record.refetch()}
        />
      ) : null}
      {record.data === undefined || record.isError ? null : (
        <>
          <RecordHead
            module={module}
            record={record.data}
            place="panel"
            isPast={asOf !== undefined}
            onClose={onClose}
            onGone={onClose}
          />
          {asOf === undefined ? null : <AsOfBanner asOf={asOf} onNow={() => setAsOf(undefined)} />}
          <div className={classes['scroll']}>
            <RecordTabs
              module={module}
              record={record.data}
              tab={tab}
              asOf={asOf}
              onTab={setTab}
              onAsOf={setAsOf}
              details={<RecordDetails module={module} record={record.data} isPast={asOf !== undefined} />}
            />
          </div>
        </>
      )}
    </aside>
  )
}
