import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry, AuditPage } from '@telar/client'
import { EmptyState, ErrorState, useFormat, useTitle, useWorkspace, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { adminKey } from '../data/admin-queries.ts'
import { AuditEntryRow } from './audit-entry.tsx'
import { AuditFilterBar, type AuditFilter } from './audit-filter.tsx'
import { daysOf } from './days-of.ts'
import classes from '../parts/admin.module.css'

interface AuditScreenProps {
  readonly filter: AuditFilter
  readonly onFilter: (filter: AuditFilter) => void
}

/** Who did what around people, rights and signing in, newest first. */
export function AuditScreen({ filter, onFilter }: AuditScreenProps) {
  const { t } = useTranslation()
  useTitle(t('admin.audit'))
  const audit = useAudit(filter)
  return (
    <div className={classes['screen']}>
      <section className={classes['list']} aria-labelledby="audit-title">
        <header className={classes['head']}>
          <h1 id="audit-title">{t('admin.audit')}</h1>
        </header>
        <AuditFilterBar filter={filter} acts={audit.data?.pages[0]?.acts ?? []} onFilter={onFilter} />
        <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('audit.entries')}>
          {audit.isPending ? <Waiting /> : null}
          {audit.isError ? <ErrorState error={audit.error} onRetry={() => void audit.refetch()} /> : null}
          {audit.isSuccess ? <Entries pages={audit.data.pages} onShowAll={() => onFilter({ acts: [] })} /> : null}
          {audit.hasNextPage ? (
            <div className={classes['more']}>
              <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                {t('audit.older')}
              </Button>
            </div>
          ) : null}
        </div>
      </section>
    </div>
  )
}

const useAudit = (filter: AuditFilter) => {
  const { client } = useWorkspace()
  const { i18n } = useTranslation()
  return useInfiniteQuery({
    queryKey: [...adminKey(client.slug), i18n.language, 'audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.audit({
        acts: filter.acts,
        ...(filter.actor === undefined ? {} : { actor: filter.actor }),
        ...(filter.from === undefined ? {} : { from: filter.from }),
        ...(filter.to === undefined ? {} : { to: filter.to }),
        ...(pageParam === undefined ? {} : { before: pageParam }),
      }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    // What others do just now is what one comes to see.
    staleTime: 0,
  })
}

interface EntriesProps {
  readonly pages: readonly AuditPage[]
  readonly onShowAll: () => void
}

function Entries({ pages, onShowAll }: EntriesProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const entries = pages.flatMap((page): readonly AuditEntry[] => page.entries)
  if (entries.length === 0)
    return (
      <EmptyState
        icon="history"
        title={t('audit.nothing')}
        action={
          <Button variant="default" onClick={onShowAll}>
            {t('audit.showAll')}
          </Button>
        }
      />
    )
  return daysOf(entries, format.locale.timeZone).map(({ day, entries: ofDay }) => (
    <section key={day} aria-label={format.date(day)}>
      <h2 className={classes['day']}>{format.date(day)}</h2>
      <ol className={classes['entries']}>
        {ofDay.map((entry) => (
          <AuditEntryRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ))
}
