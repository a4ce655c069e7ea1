import { Button, Group, Stack, TextInput } from '@mantine/core'
import type { TeamNode } from '@telar/client'
import { FormDialog, toast, useWorkspace } from '@telar/ui'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalsByPart } from '../data/refusal-text.ts'
import { useRefresh } from '../data/use-admin-change.ts'

interface TeamDialogProps {
  /** The team it lies below; null for one at the top. */
  readonly parent: TeamNode | null
  readonly onClose: () => void
  readonly onMade: (team: TeamNode) => void
}

/** A new team needs only a name; the rest is said in its panel. */
export function TeamDialog({ parent, onClose, onMade }: TeamDialogProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<string>()
  const [isSending, setSending] = useState(false)
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (name.trim() === '') return setRefused(t('validation.required'))
    setSending(true)
    try {
      const team = await client.teams.create({ name: name.trim(), ...(parent === null ? {} : { parent: parent.id }) })
      await refresh()
      toast({ message: t('teams.created', { name: team.name }) })
      onClose()
      onMade(team)
    } catch (error) {
      setRefused(Object.values(refusalsByPart(error, t))[0])
      setSending(false)
    }
    return undefined
  }
  return (
    <FormDialog
      title={parent === null ? t('teams.new') : t('teams.newBelowOf', { team: parent.name })}
      isDirty={name !== ''}
      isWide={false}
      onClose={onClose}
    >
      {(close) => (
        <form noValidate onSubmit={(event) => void send(event)}>
          <Stack gap="md">
            <TextInput
              label={t('teams.name')}
              autoComplete="off"
              data-autofocus
              withAsterisk
              error={refused}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="subtle" color="gray" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={isSending}>
                {t('action.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </FormDialog>
  )
}
