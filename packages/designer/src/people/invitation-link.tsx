import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { SentInvitation } from '@telar/client'
import { useFormat } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { LinkToCopy } from '../parts/link-to-copy.tsx'

interface InvitationLinkProps {
  readonly name: string
  readonly sent: SentInvitation
  readonly onClose: () => void
}

/** Where no mail goes out: the link to hand over, shown this once. */
export function InvitationLink({ name, sent, onClose }: InvitationLinkProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.linkTitle')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <Stack gap="md">
        <Text>{t('people.linkHelp', { name, time: format.dateTime(sent.expiresAt) })}</Text>
        <LinkToCopy link={sent.link ?? ''} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
