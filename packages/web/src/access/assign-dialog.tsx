import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { isTelarError } from '@telar/client'
import type { JsonObject } from '@telar/metadata'
import { recordLabel, toast, useReader, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { liveEvents } from '../live/live-events.ts'
import type { RecordsOfModule } from './access-dialogs-context.ts'
import { useRefusal } from './use-refusal.ts'

interface AssignDialogProps extends RecordsOfModule {
  readonly onDone: (() => void) | undefined
  readonly onClose: () => void
}

/** Gives records to another owner or team. What is not chosen stays as it is. */
export function AssignDialog({ module, records, onDone, onClose }: AssignDialogProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const reader = useReader()
  const [owner, setOwner] = useState<string | null>(null)
  const [team, setTeam] = useState<string | null>(null)
  const [only] = records.length === 1 ? records : []
  const assign = useAssign({ module, records }, () => {
    onDone?.()
    onClose()
  })
  const title =
    only === undefined
      ? t('access.assignMany', { count: records.length })
      : t('access.assignTitle', { label: recordLabel(module, only, reader) })
  const isWritable = (name: string) => module.fields[name]?.right === 'write'
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={420}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          assign.mutate({
            ...(owner === null ? {} : { ownerId: owner }),
            ...(team === null ? {} : { teamId: team }),
          })
        }}
      >
        <Stack gap="md">
          {isWritable('ownerId') ? (
            <Choice label={t('access.owner')} choices={model.members} value={owner} onChange={setOwner} autoFocus />
          ) : null}
          {isWritable('teamId') ? (
            <Choice label={t('access.team')} choices={model.teams} value={team} onChange={setTeam} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={owner === null && team === null} loading={assign.isPending}>
              {t('access.assignDo')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly autoFocus?: boolean
}

function Choice({ label, choices, value, onChange, autoFocus = false }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Select
      label={label}
      placeholder={t('access.keepOwner')}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      nothingFoundMessage={t('field.nothingFound')}
      maxDropdownHeight={320}
      data-autofocus={autoFocus || undefined}
      onChange={onChange}
    />
  )
}

interface Assigned {
  readonly ids: readonly string[]
  /** What kept the first of the others. */
  readonly refused: unknown
}

/** One after the other: a record that is refused stays as it is, and is told. */
const useAssign = ({ module, records }: RecordsOfModule, onDone: () => void) => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const refuse = useRefusal(module.name)
  return useMutation({
    mutationFn: async (changes: JsonObject): Promise<Assigned> => {
      const ids: string[] = []
      let refused: unknown
      for (const { id, version } of records) {
        try {
          const saved = await client.records(module.name).update(id, version, changes)
          liveEvents.emit({ module: module.name, id, version: saved.version, op: 'update', actor: null })
          ids.push(id)
        } catch (error) {
          refused ??= error
        }
      }
      return { ids, refused }
    },
    onSuccess: ({ ids, refused }) => {
      const first = records.find(({ id }) => !ids.includes(id))
      if (refused === undefined) toast({ message: t('access.assigned', { count: ids.length }) })
      else
        refuse(refused, {
          record: first?.id,
          ...(records.length === 1
            ? {}
            : {
                message: (reason: string) =>
                  t('access.assignedSome', { done: ids.length, count: records.length, reason }),
              }),
        })
      if (ids.length > 0) onDone()
    },
    onError: (error) => toast({ isError: true, message: isTelarError(error) ? error.message : t('state.unexpected') }),
  })
}
