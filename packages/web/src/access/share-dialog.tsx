import { ActionIcon, Button, Loader, Modal, Select, Stack, Tooltip } from '@mantine/core'
import { IconUsers, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isTelarError, type RecordData, type Share } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { Avatar, ErrorState, recordLabel, toast, useFormat, usePhone, useReader, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './access.module.css'

interface ShareDialogProps {
  readonly module: ModuleView
  readonly record: RecordData
  /** Nobody gives more than he has. */
  readonly canWrite: boolean
  readonly onClose: () => void
}

/** With whom a record is shared besides what roles say; people and teams are added and taken away. */
export function ShareDialog({ module, record, canWrite, onClose }: ShareDialogProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const reader = useReader()
  const isPhone = usePhone()
  const queries = useQueryClient()
  const here = client.shares(module.name, record.id)
  const queryKey = ['shares', client.slug, module.name, record.id]
  const shares = useQuery({ queryKey, queryFn: () => here.list(), staleTime: 0, retry: false })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const remove = useMutation({
    mutationFn: (share: Share) => here.remove(share.id),
    onSuccess: (_done, share) => toast({ message: t('access.unshared', { name: nameOf(share) }) }),
    onError: (error) => toast({ isError: true, message: isTelarError(error) ? error.message : t('state.unexpected') }),
    onSettled: refresh,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('access.shareTitle', { label: recordLabel(module, record, reader) })}
      size={560}
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <Stack gap="md">
        <p className={classes['lead']}>{t('access.shareLead')}</p>
        <AddShare canWrite={canWrite} shares={shares.data ?? []} add={here.add} onAdded={refresh} />
        {shares.isPending ? <Loader size="sm" aria-label={t('state.loading')} /> : null}
        {shares.isError ? <ErrorState error={shares.error} onRetry={() => void shares.refetch()} /> : null}
        {shares.data?.length === 0 ? <p className="dimmed">{t('access.notShared')}</p> : null}
        <ul className={classes['people']}>
          {(shares.data ?? []).map((share) => (
            <ShareRow key={share.id} share={share} onRemove={() => remove.mutate(share)} />
          ))}
        </ul>
      </Stack>
    </Modal>
  )
}

const nameOf = ({ user, team }: Share): string => user?.name ?? team?.name ?? ''

function ShareRow({ share, onRemove }: { readonly share: Share; readonly onRemove: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = nameOf(share)
  const remove = t('access.removeShare', { name })
  return (
    <li className={classes['share']}>
      {share.team === null ? <Avatar name={name} round size={24} /> : <IconUsers size={20} stroke={1.6} aria-hidden />}
      <div className={classes['shareText']}>
        <div className="truncate">{name}</div>
        <div className="dimmed">
          {t(`access.levels.${share.level}`)}
          {share.by === null ? null : (
            <> · {t('access.sharedBy', { name: share.by.name, when: format.dateTime(share.at) })}</>
          )}
        </div>
      </div>
      <Tooltip label={remove}>
        <ActionIcon aria-label={remove} onClick={onRemove}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

interface AddShareProps {
  readonly canWrite: boolean
  readonly shares: readonly Share[]
  readonly add: (request: {
    readonly user?: string
    readonly team?: string
    readonly level: Share['level']
  }) => Promise<Share>
  readonly onAdded: () => Promise<void>
}

function AddShare({ canWrite, shares, add, onAdded }: AddShareProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const [who, setWho] = useState<string | null>(null)
  const [level, setLevel] = useState<Share['level']>('read')
  const [problem, setProblem] = useState('')
  const given = new Set(shares.flatMap(({ user, team }) => [user?.id, team?.id]))
  const isFree = ({ id }: { readonly id: string }) => !given.has(id) && id !== model.me.id
  const isTeam = model.teams.some(({ id }) => id === who)
  const save = useMutation({
    mutationFn: (id: string) => add({ ...(isTeam ? { team: id } : { user: id }), level }),
    onSuccess: async (share) => {
      setWho(null)
      toast({ message: t('access.shared', { name: nameOf(share) }) })
      await onAdded()
    },
    onError: (error) =>
      setProblem(isTelarError(error) ? (error.issues[0]?.message ?? error.message) : t('state.unexpected')),
  })
  const levels = canWrite ? (['read', 'write'] as const) : (['read'] as const)
  return (
    <form
      className={classes['addShare']}
      onSubmit={(event) => {
        event.preventDefault()
        if (who !== null) save.mutate(who)
      }}
    >
      <Select
        label={t('access.shareWith')}
        placeholder={t('access.chooseWho')}
        data={[
          { group: t('access.members'), items: optionsOf(model.members.filter(isFree)) },
          { group: t('access.teams'), items: optionsOf(model.teams.filter(isFree)) },
        ]}
        value={who}
        searchable
        data-autofocus
        nothingFoundMessage={t('access.nobodyFound')}
        maxDropdownHeight={320}
        error={problem || undefined}
        onChange={(next) => {
          setWho(next)
          setProblem('')
        }}
      />
      <Select
        label={t('access.level')}
        data={levels.map((each) => ({ value: each, label: t(`access.levels.${each}`) }))}
        value={level}
        allowDeselect={false}
        onChange={(next) => setLevel(next === 'write' ? 'write' : 'read')}
      />
      <Button type="submit" disabled={who === null} loading={save.isPending}>
        {t('access.addShare')}
      </Button>
    </form>
  )
}

const optionsOf = (named: readonly { readonly id: string; readonly name: string }[]) =>
  named.map(({ id, name }) => ({ value: id, label: name }))
