import { ActionIcon, Button, CopyButton, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowsDiagonal,
  IconCheck,
  IconCopy,
  IconDots,
  IconPencil,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { Avatar, FieldValue, layoutOfKind, recordLabel, useReader, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useRecordDialogs } from './record-dialogs-context.ts'
import { useRecordActions } from './use-record-actions.ts'
import classes from './record.module.css'

interface RecordHeadProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly place: 'panel' | 'page'
  readonly isPast: boolean
  readonly onClose?: () => void
  /** After the record was deleted. */
  readonly onGone: () => void
}

/** Which record this is, what matters most about it, and what can be done with it. */
export function RecordHead({ module, record, place, isPast, onClose, onGone }: RecordHeadProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { edit } = useRecordDialogs()
  const label = recordLabel(module, record, reader)
  const Title = place === 'page' ? 'h1' : 'h2'
  return (
    <header className={classes['head']}>
      <div className={classes['headTop']}>
        {place === 'page' ? (
          <Tooltip label={t('record.backTo', { module: module.plural })}>
            <ActionIcon
              component={Link}
              to={`/${module.name}`}
              aria-label={t('record.backTo', { module: module.plural })}
            >
              <IconArrowLeft size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        <Avatar name={label} size={28} />
        <div className={classes['headText']}>
          <Title className={classes['label']}>{label}</Title>
          <span className={classes['kind']}>{module.title}</span>
        </div>
        <div className={classes['headActions']}>
          {isPast || !module.rights.update ? null : (
            <Button
              variant="default"
              leftSection={<IconPencil size={14} />}
              onClick={() => edit({ module: module.name, record })}
            >
              <span className={classes['editText']}>{t('action.edit')}</span>
            </Button>
          )}
          <MoreActions module={module} record={record} isPast={isPast} onGone={onGone} />
          {place === 'panel' ? (
            <Tooltip label={t('record.openFull')}>
              <ActionIcon component={Link} to={`/${module.name}/${record.id}`} aria-label={t('record.openFull')}>
                <IconArrowsDiagonal size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          ) : null}
          {onClose === undefined ? null : (
            <Tooltip label={t('action.close')}>
              <ActionIcon aria-label={t('action.close')} onClick={onClose}>
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      </div>
      <Highlights module={module} record={record} />
    </header>
  )
}

function Highlights({ module, record }: { readonly module: ModuleView; readonly record: RecordData }) {
  const names = layoutOfKind(module, 'record')?.highlights ?? []
  const fields = names.flatMap((name) => module.fields[name] ?? [])
  if (fields.length === 0) return null
  return (
    <dl className={classes['highlights']}>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field.title}</dt>
          <dd>
            <FieldValue field={field} value={record[field.name]} dense />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function MoreActions({
  module,
  record,
  isPast,
  onGone,
}: Pick<RecordHeadProps, 'module' | 'record' | 'isPast' | 'onGone'>) {
  const { t } = useTranslation()
  const { navigation } = useWorkspace()
  const { remove } = useRecordActions(module)
  return (
    <Menu position="bottom-end" width={200}>
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
        {module.rights.delete && !isPast ? (
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
