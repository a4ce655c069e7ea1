import { ActionIcon, Button, Group, Loader, Table, Tooltip } from '@mantine/core'
import { IconPlus, IconUnlink } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecordData } from '@telar/client'
import type { FieldView, ModuleView } from '@telar/metadata'
import { EmptyState, FieldValue, LinkPicker, recordLabel, RecordLink, useReader, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { liveEvents } from '../live/live-events.ts'
import { ErrorState } from '../state/error-state.tsx'
import { usePatience } from '../state/use-patience.ts'
import { toast } from '../toast/toast.tsx'
import { useRecordDialogs } from './record-dialogs-context.ts'
import type { Related } from './related-lists.ts'
import classes from './record.module.css'

interface RelatedListProps {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly isPast: boolean
}

const pageSize = 25

/** Other records that belong to this one: read, added, made and taken away here. */
export function RelatedList({ owner, record, list, isPast }: RelatedListProps) {
  const { t } = useTranslation()
  const related = useRelated(owner, record, list)
  const isSlow = usePatience(related.isPending)
  const canLink = !isPast && owner.rights.update
  if (related.isError) return <ErrorState error={related.error} onRetry={() => void related.refetch()} />
  if (related.isPending) return isSlow ? <Loader size="sm" m="lg" aria-label={t('state.loading')} /> : null
  const records = related.data.pages.flatMap((page) => page.records)
  return (
    <>
      {canLink ? <AddRelated owner={owner} record={record} list={list} onAdded={related.refetch} /> : null}
      {records.length === 0 ? (
        <EmptyState
          icon={list.module.icon}
          title={t('record.noneRelated', { module: list.title.toLocaleLowerCase() })}
        />
      ) : (
        <div className={classes['relatedScroll']}>
          <RelatedTable
            owner={owner}
            record={record}
            list={list}
            records={records}
            canUnlink={canLink}
            onChanged={related.refetch}
          />
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

const useRelated = (owner: ModuleView, record: RecordData, list: Related) => {
  const { client } = useWorkspace()
  return useInfiniteQuery({
    queryKey: ['related', client.slug, owner.name, record.id, list.link],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.records(owner.name).links(record.id, list.link, {
        sort: list.sort,
        fields: [...new Set([...list.columns, ...list.module.labelFields])],
        limit: pageSize,
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

interface RelatedTableProps {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly records: readonly RecordData[]
  readonly canUnlink: boolean
  readonly onChanged: () => unknown
}

function RelatedTable({ owner, record, list, records, canUnlink, onChanged }: RelatedTableProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { client } = useWorkspace()
  const [first, ...others] = list.columns.flatMap((name) => list.module.fields[name] ?? [])
  const unlink = async (target: RecordData) => {
    const end = { link: list.link, target: target.id }
    await client.records(owner.name).unlink(record.id, end)
    onChanged()
    toast({
      message: t('record.unlinked', { label: recordLabel(list.module, target, reader) }),
      action: {
        label: t('action.undo'),
        run: () => void client.records(owner.name).link(record.id, end).then(onChanged),
      },
    })
  }
  return (
    <Table className={classes['related']} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{first?.title ?? list.module.title}</Table.Th>
          {others.map((field) => (
            <Table.Th key={field.name}>{field.title}</Table.Th>
          ))}
          <Table.Th>
            <span className="visually-hidden">{t('field.rowActions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {records.map((each) => (
          <Table.Tr key={each.id}>
            <Table.Td>
              <RecordLink
                module={list.module.name}
                id={each.id}
                label={titleOf(list.module, first, { data: each, label: recordLabel(list.module, each, reader) })}
              />
            </Table.Td>
            {others.map((field) => (
              <Table.Td key={field.name}>
                <FieldValue field={field} value={each[field.name]} dense />
              </Table.Td>
            ))}
            <Table.Td>
              {canUnlink ? (
                <Tooltip label={t('record.unlink')}>
                  <ActionIcon
                    size="sm"
                    aria-label={t('record.unlinkNamed', { label: recordLabel(list.module, each, reader) })}
                    onClick={() => void unlink(each)}
                  >
                    <IconUnlink size={14} />
                  </ActionIcon>
                </Tooltip>
              ) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The first column leads to the record: a value that is no part of its label stands before the label. */
const titleOf = (module: ModuleView, first: FieldView | undefined, record: Titled): string => {
  const value = first === undefined || module.labelFields.includes(first.name) ? null : record.data[first.name]
  return typeof value === 'string' && value !== '' ? `${value} · ${record.label}` : record.label
}

interface Titled {
  readonly data: RecordData
  readonly label: string
}

interface AddRelatedProps {
  readonly owner: ModuleView
  readonly record: RecordData
  readonly list: Related
  readonly onAdded: () => unknown
}

function AddRelated({ owner, record, list, onAdded }: AddRelatedProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { client } = useWorkspace()
  const { create } = useRecordDialogs()
  const link = async (target: string) => {
    await client.records(owner.name).link(record.id, { link: list.link, target })
    liveEvents.emit({ module: list.module.name, id: target, version: 0, op: 'link', actor: null })
    onAdded()
  }
  const createHere = () => {
    const self = { id: record.id, label: recordLabel(owner, record, reader) }
    create({
      module: list.module.name,
      ...(list.field === undefined ? {} : { values: { [list.field]: self } }),
      onCreated: ({ id }) => {
        if (list.field === undefined) void link(id)
        else onAdded()
      },
    })
  }
  return (
    <Group gap="xs" mb="sm" wrap="nowrap">
      <div className={classes['addPicker']}>
        <LinkPicker
          module={list.module}
          value={null}
          clearable={false}
          placeholder={t('record.linkExisting')}
          input={{ 'aria-label': t('record.linkExisting') }}
          onChange={(reference) => {
            if (reference !== null) void link(reference.id)
          }}
        />
      </div>
      {list.module.rights.create ? (
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={createHere}>
          {t('list.new')}
        </Button>
      ) : null}
    </Group>
  )
}
