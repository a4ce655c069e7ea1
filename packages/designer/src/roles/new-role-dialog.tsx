import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { JsonObject } from '@telar/metadata'
import { useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { emptyRole, isRoleName, nameFor } from './role-document.ts'
import { keepDraft, keptDrafts } from './role-draft.ts'
import { useRoleList } from './use-role-draft.ts'

interface NewRoleDialogProps {
  readonly title: string
  /** The role that it is a copy of. */
  readonly from?: JsonObject
  readonly onOpen: (name: string) => void
  readonly onClose: () => void
}

/** Begins a role: how it is called, for people and in documents. It exists once it is published. */
export function NewRoleDialog({ title: first, from, onOpen, onClose }: NewRoleDialogProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const roles = useRoleList()
  const [title, setTitle] = useState(first)
  const [typed, setTyped] = useState<string>()
  const name = typed ?? nameFor(title)
  const taken = [...(roles.data ?? []).map((role) => role.name), ...keptDrafts(client.slug)]
  const problem =
    title.trim() === ''
      ? undefined
      : !isRoleName(name)
        ? t('roles.nameOdd')
        : taken.includes(name)
          ? t('roles.nameTaken')
          : ''
  const begin = () => {
    keepDraft(client.slug, name, {
      draft: { document: { ...(from ?? emptyRole(title)), title: title.trim() }, labels: null },
      base: null,
    })
    onOpen(name)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={from === undefined ? t('roles.newTitle') : t('roles.duplicate')}
      size={420}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (problem === '') begin()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('roles.roleTitle')}
            required
            data-autofocus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={t('roles.name')}
            description={t('roles.nameHelp')}
            value={name}
            maxLength={60}
            error={problem || undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" disabled={problem !== ''}>
              {t('action.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
