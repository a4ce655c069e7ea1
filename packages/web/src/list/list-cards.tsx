import { Button, UnstyledButton } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecordData } from '@telar/client'
import type { FieldView } from '@telar/metadata'
import { Avatar, EmptyState, ErrorState, FieldValue, recordLabel, useReader, useWorkspace, Waiting } from '@telar/ui'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useGatheredEvents } from '../live/use-live.ts'
import type { ListProps } from './list-props.ts'
import classes from './list.module.css'

const pageSize = 40
const mostValues = 4

/** The list on a phone: a card for each record, more as one scrolls. */
export function ListCards({ module, state, source, onChange }: ListProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const names = state.columns.map(({ field }) => field).filter((name) => module.fields[name] !== undefined)
  const fields = [...new Set([...names, ...module.labelFields])]
  const query = useInfiniteQuery({
    queryKey: ['cards', client.slug, module.name, state.filter ?? null, state.q, state.sort, fields],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const count = pageParam === undefined ? 'estimated' : 'none'
      const asked = {
        filter: state.filter,
        q: state.q,
        sort: state.sort,
        fields,
        limit: pageSize,
        cursor: pageParam,
        count,
        signal,
      } as const
      const page = await client.records(module.name).list(asked)
      if (page.count !== null) source.tellCount(page.count)
      return page
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
  useGatheredEvents(module.name, 800, () => void query.refetch())
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (entry?.isIntersecting === true && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [entry, hasNextPage, isFetchingNextPage, fetchNextPage])

  if (query.isPending) return <Waiting />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const records = query.data.pages.flatMap((page) => page.records)
  if (records.length === 0) return <EmptyState icon={module.icon} title={t('list.nothingFits')} />
  const shown = names.filter((name) => !module.labelFields.includes(name)).slice(0, mostValues)
  return (
    <ul className={classes['cards']}>
      {records.map((record) => (
        <li key={record.id}>
          <Card
            {...{ module, record }}
            fields={shown.flatMap((name) => module.fields[name] ?? [])}
            onOpen={() => onChange({ id: record.id })}
          />
        </li>
      ))}
      {hasNextPage ? (
        <li ref={ref}>
          <Button variant="subtle" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}

interface CardProps {
  readonly module: ListProps['module']
  readonly record: RecordData
  readonly fields: readonly FieldView[]
  readonly onOpen: () => void
}

function Card({ module, record, fields, onOpen }: CardProps) {
  const reader = useReader()
  const label = recordLabel(module, record, reader)
  const filled = fields.filter((field) => record[field.name] !== null && record[field.name] !== undefined)
  return (
    <div className={classes['card']}>
      <UnstyledButton className={classes['cardTitle']} onClick={onOpen}>
        <Avatar name={label} size={24} />
        <span className="truncate">{label}</span>
      </UnstyledButton>
      <dl className={classes['cardValues']}>
        {filled.map((field) => (
          <div key={field.name}>
            <dt className="visually-hidden">{field.title}</dt>
            <dd>
              <FieldValue field={field} value={record[field.name]} dense />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
