import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { HistoryEntry, RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { Avatar, ErrorState, memberName, MomentInput, useFormat, useWorkspace, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { HistoryChanges } from './history-changes.tsx'
import { HistoryDetail } from './history-detail.tsx'
import { useNow } from './use-now.ts'
import classes from './record.module.css'

interface HistoryProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly asOf: string | undefined
  readonly onAsOf: (asOf: string | undefined) => void
}

/** The ledger of a record, readable: who, when, from what to what; and a way to see the record as it was. */
export function History({ module, record, asOf, onAsOf }: HistoryProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const history = useInfiniteQuery({
    // A new version of the record has a new entry.
    queryKey: ['history', client.slug, module.name, record.id, asOf === undefined ? record.version : 'past'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => client.records(module.name).history(record.id, { before: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  if (history.isPending) return <Waiting rows={5} />
  if (history.isError) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.entries)
  return (
    <>
      <AsOfPicker asOf={asOf} onAsOf={onAsOf} />
      <ol className={classes['history']}>
        {entries.map((entry) => (
          <Entry key={entry.id} module={module} entry={entry} isShown={asOf === entry.at} onAsOf={onAsOf} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button variant="subtle" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('record.older')}
        </Button>
      ) : null}
    </>
  )
}

function AsOfPicker({ asOf, onAsOf }: Pick<HistoryProps, 'asOf' | 'onAsOf'>) {
  const { t } = useTranslation()
  return (
    <Group mb="md">
      <MomentInput
        label={t('record.seeAsOf')}
        value={asOf ?? null}
        clearable
        isPast
        miw={220}
        onChange={(instant) => onAsOf(instant ?? undefined)}
      />
    </Group>
  )
}

const verbs = {
  create: 'record.did.create',
  update: 'record.did.update',
  delete: 'record.did.delete',
  restore: 'record.did.restore',
  link: 'record.did.link',
  unlink: 'record.did.unlink',
  attach: 'record.did.attach',
  detach: 'record.did.detach',
} as const

interface EntryProps {
  readonly module: ModuleView
  readonly entry: HistoryEntry
  readonly isShown: boolean
  readonly onAsOf: (asOf: string) => void
}

function Entry({ module, entry, isShown, onAsOf }: EntryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { model } = useWorkspace()
  const known: Readonly<Record<string, (typeof verbs)[keyof typeof verbs]>> = verbs
  const who = entry.actor === null ? 'Telar' : memberName(model.members, entry.actor) || t('field.formerMember')
  return (
    <li className={classes['entry']} data-shown={isShown || undefined}>
      <Avatar name={who} round size={22} />
      <div className={classes['entryBody']}>
        <div>
          <strong>{who}</strong> {t(known[entry.op] ?? 'record.did.update')}
          <time className={classes['when']} dateTime={entry.at} title={format.dateTime(entry.at)}>
            {format.ago(entry.at, now)}
          </time>
          <Button
            className={classes['seeThen']}
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => onAsOf(entry.at)}
          >
            {t('record.seeThen')}
          </Button>
        </div>
        <HistoryDetail entry={entry} />
        <HistoryChanges module={module} entry={entry} />
      </div>
    </li>
  )
}
