import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, Tooltip } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDots, IconEye, IconKey, IconLogout, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import type { Person } from '@telar/client'
import { toast, useFormat, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../data/refusal-text.ts'
import { useAdminChange } from '../data/use-admin-change.ts'
import { LinkToCopy } from '../parts/link-to-copy.tsx'

interface PersonActionsProps {
  readonly person: Person
  readonly onLookAs: () => void
}

/** What can be done about somebody's access; each only for those who may. */
export function PersonActions({ person, onLookAs }: PersonActionsProps) {
  const { t } = useTranslation()
  const { capabilities } = useWorkspace().model.me
  const actions = usePersonActions(person, onLookAs)
  const mayManage = capabilities.includes('manageUsers')
  const mayLook = capabilities.includes('impersonate') && person.isActive && !person.isYou
  return (
    <>
      {mayLook ? (
        <Tooltip label={t('people.lookAs')}>
          <ActionIcon aria-label={t('people.lookAs')} onClick={() => void actions.lookAs()}>
            <IconEye size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {mayManage ? (
        <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon aria-label={t('action.more')}>
              <IconDots size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {person.canSignIn && person.isActive ? (
              <>
                <Menu.Item leftSection={<IconKey size={14} />} onClick={() => void actions.makeLink()}>
                  {t('people.resetLink')}
                </Menu.Item>
                <Menu.Item leftSection={<IconLogout size={14} />} onClick={() => void actions.endSessions()}>
                  {t('people.endSessions')}
                </Menu.Item>
                <Menu.Divider />
              </>
            ) : null}
            {person.isActive ? (
              <Menu.Item
                color="var(--mantine-color-error)"
                leftSection={<IconUserOff size={14} />}
                onClick={actions.deactivate}
              >
                {t('people.deactivate')}
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconUserCheck size={14} />} onClick={() => void actions.activate()}>
                {t('people.activate')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {actions.link === undefined ? null : (
        <ResetLink name={person.name} {...actions.link} onClose={actions.forgetLink} />
      )}
    </>
  )
}

const usePersonActions = ({ id, name }: Person, onLookAs: () => void) => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const change = useAdminChange()
  const [link, setLink] = useState<{ readonly link: string; readonly expiresAt: string }>()
  const setActive = async (active: boolean) => {
    const isDone = await change(() => client.people.update(id, { active }))
    if (!isDone) return
    toast({
      message: t(active ? 'people.activated' : 'people.deactivated', { name }),
      action: { label: t('action.undo'), run: () => void change(() => client.people.update(id, { active: !active })) },
    })
  }
  return {
    link,
    forgetLink: () => setLink(undefined),
    lookAs: async () => {
      try {
        await client.impersonation.start(id)
        onLookAs()
      } catch (error) {
        toast({ isError: true, message: refusalText(error, t) })
      }
    },
    makeLink: () => change(async () => setLink(await client.people.resetLink(id))),
    endSessions: async () => {
      if (await change(() => client.people.endSessions(id))) toast({ message: t('people.sessionsEnded', { name }) })
    },
    activate: () => setActive(true),
    deactivate: () =>
      modals.openConfirmModal({
        title: t('people.deactivateTitle', { name }),
        children: t('people.deactivateHelp'),
        labels: { confirm: t('people.deactivate'), cancel: t('action.cancel') },
        confirmProps: { color: 'red.9' },
        onConfirm: () => void setActive(false),
      }),
  }
}

interface ResetLinkProps {
  readonly name: string
  readonly link: string
  readonly expiresAt: string
  readonly onClose: () => void
}

function ResetLink({ name, link, expiresAt, onClose }: ResetLinkProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.resetTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <Stack gap="md">
        <Text>{t('people.resetHelp', { name, time: format.dateTime(expiresAt) })}</Text>
        <LinkToCopy link={link} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
