import { Button, Loader } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { EmptyState, ErrorState, usePatience, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { AddRelated } from './add-related.tsx'
import type { Related } from './related-lists.ts'
import { RelatedTable } from './related-table.tsx'
import { useLinks } from './use-links.ts'
import classes from './record.module.css'

interface RelatedListProps {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly asOf: string | undefined
  readonly canLink: boolean
}

const pageSize = 25

/** Other records that belong to this one: read, added, made and taken away here. */
export function RelatedList({ owner, record, list, asOf, canLink }: RelatedListProps) {
  const { t } = useTranslation()
  const related = useRelated({ owner, record, list, asOf })
  const links = useLinks({ owner, record, list, onChanged: () => void related.refetch() })
  const isSlow = usePatience(related.isPending)
  if (related.isError) return <ErrorState error={related.error} onRetry={() => void related.refetch()} />
  if (related.isPending) return isSlow ? <Loader size="sm" m="lg" aria-label={t('state.loading')} /> : null
  const records = related.data.pages.flatMap((page) => page.records)
  const attributes = Object.fromEntries(related.data.pages.flatMap((page) => Object.entries(page.attributes)))
  return (
    <>
      {canLink ? <AddRelated owner={owner} record={record} list={list} links={links} /> : null}
      {records.length === 0 ? (
        <EmptyState
          icon={list.module.icon}
          title={t('record.noneRelated', { module: list.title.toLocaleLowerCase() })}
        />
      ) : (
        <div className={classes['relatedScroll']}>
          <RelatedTable list={list} records={records} attributes={attributes} links={canLink ? links : undefined} />
        </div>
      )}
      {related.hasNextPage ? (
        <Button variant="subtle" loading={related.isFetchingNextPage} onClick={() => void related.fetchNextPage()}>
          {t('list.more')}
        </Button>
      ) : null}
    </>
  )
}

const useRelated = ({ owner, record, list, asOf }: Omit<RelatedListProps, 'canLink'>) => {
  const { client } = useWorkspace()
  return useInfiniteQuery({
    queryKey: ['related', client.slug, owner.name, record.id, list.link, asOf],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      client.records(owner.name).links(record.id, list.link, {
        sort: list.sort,
        fields: [...new Set([...list.columns, ...list.module.labelFields])],
        limit: pageSize,
        cursor: pageParam,
        asOf,
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}
