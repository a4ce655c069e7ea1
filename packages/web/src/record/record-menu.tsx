import { ActionIcon, CopyButton, Menu } from '@mantine/core'
import {
  IconCheck,
  IconCopy,
  IconDots,
  IconEye,
  IconHelpCircle,
  IconShare,
  IconTrash,
  IconUserShare,
} from '@tabler/icons-react'
import type { RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useAccessDialogs } from '../access/access-dialogs-context.ts'
import { canAssign } from '../access/can-assign.ts'
import { useRecordRights } from '../access/use-record-rights.ts'
import { useRecordActions } from './use-record-actions.ts'

interface RecordMenuProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly isPast: boolean
  /** After the record was deleted. */
  readonly onGone: () => void
}

/** What else can be done with a record; what the reader may not do is not there. */
export function RecordMenu({ module, record, isPast, onGone }: RecordMenuProps) {
  const { t } = useTranslation()
  const { model, navigation } = useWorkspace()
  const { remove } = useRecordActions(module)
  const open = useAccessDialogs()
  const { rights, locked } = useRecordRights(module, record)
  const { capabilities } = model.me
  const managesPeople = capabilities.includes('manageRoles') || capabilities.includes('manageUsers')
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('action.more')}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <CopyButton value={`${location.origin}${navigation.href(module.name, record.id)}`}>
          {({ copied, copy }) => (
            <Menu.Item
              closeMenuOnClick={false}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {copied ? t('record.copied') : t('record.copyLink')}
            </Menu.Item>
          )}
        </CopyButton>
        {rights.share && !isPast ? (
          <Menu.Item
            leftSection={<IconShare size={14} />}
            onClick={() => open({ type: 'share', module, record, canWrite: rights.update })}
          >
            {t('access.share')}
          </Menu.Item>
        ) : null}
        {rights.update && !isPast && canAssign(module, locked) ? (
          <Menu.Item
            leftSection={<IconUserShare size={14} />}
            onClick={() => open({ type: 'assign', module, records: [record] })}
          >
            {t('access.assign')}
          </Menu.Item>
        ) : null}
        {rights.share || managesPeople ? (
          <Menu.Item leftSection={<IconEye size={14} />} onClick={() => open({ type: 'who', module, record })}>
            {t('access.who')}
          </Menu.Item>
        ) : null}
        {managesPeople ? (
          <Menu.Item
            leftSection={<IconHelpCircle size={14} />}
            onClick={() =>
              open({
                type: 'why',
                question: { module: module.name, action: 'update', record: record.id },
                isOpenQuestion: true,
              })
            }
          >
            {t('access.explain')}
          </Menu.Item>
        ) : null}
        {rights.delete && !isPast ? (
          <>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={14} />}
              onClick={() => {
                void remove([record])
                onGone()
              }}
            >
              {t('action.delete')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
