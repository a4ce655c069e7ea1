import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import type { TeamNode } from '@telar/client'
import { toast, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../data/refusal-text.ts'
import { useRefresh } from '../data/use-admin-change.ts'
import { teamOptions, withAllBelow } from '../parts/team-options.ts'

interface DeleteTeamDialogProps {
  readonly team: TeamNode
  readonly teams: readonly TeamNode[]
  readonly onClose: () => void
  readonly onGone: () => void
}

/** A team goes only when what lies in it has another place. */
export function DeleteTeamDialog({ team, teams, onClose, onGone }: DeleteTeamDialogProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const refresh = useRefresh()
  const below = withAllBelow(teams, team.id)
  const places = teamOptions(teams).filter(({ value }) => !below.has(value))
  const [moveTo, setMoveTo] = useState<string | null>(team.parent)
  const [refused, setRefused] = useState<string>()
  const [isSending, setSending] = useState(false)
  const remove = async () => {
    setSending(true)
    try {
      const { records } = await client.teams.remove(team.id, moveTo ?? undefined)
      onGone()
      await refresh()
      const place = teams.find(({ id }) => id === moveTo)
      toast({
        message:
          records === 0 || place === undefined
            ? t('teams.deleted', { name: team.name })
            : t('teams.deletedMoved', { count: records, name: team.name, team: place.name }),
      })
    } catch (error) {
      setRefused(refusalText(error, t))
      setSending(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('teams.deleteTitle', { name: team.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <Stack gap="md">
        <Text>{t('teams.deleteHelp')}</Text>
        <Select
          label={t('teams.moveTo')}
          placeholder={t('teams.moveNowhere')}
          data={places}
          value={moveTo}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          searchable
          nothingFoundMessage={t('field.nothingFound')}
          error={refused}
          onChange={(id) => {
            setMoveTo(id)
            setRefused(undefined)
          }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red.9" loading={isSending} onClick={() => void remove()}>
            {t('teams.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
