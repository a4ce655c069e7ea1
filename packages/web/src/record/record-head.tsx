import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconArrowsDiagonal, IconLock, IconPencil, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { RecordData } from '@telar/client'
import type { ModuleView } from '@telar/metadata'
import { Avatar, FieldValue, layoutOfKind, recordLabel, useReader, useWhy } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useRecordRights } from '../access/use-record-rights.ts'
import { useRecordDialogs } from './record-dialogs-context.ts'
import { RecordMenu } from './record-menu.tsx'
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
  const { rights } = useRecordRights(module, record)
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
          {isPast ? null : rights.update ? (
            <Button
              variant="default"
              leftSection={<IconPencil size={14} />}
              onClick={() => edit({ module: module.name, record })}
            >
              <span className={classes['editText']}>{t('action.edit')}</span>
            </Button>
          ) : (
            <ReadOnly module={module} record={record} />
          )}
          <RecordMenu module={module} record={record} isPast={isPast} onGone={onGone} />
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

/** Says that nothing here may be changed, and leads to the reason. */
function ReadOnly({ module, record }: { readonly module: ModuleView; readonly record: RecordData }) {
  const { t } = useTranslation()
  const ask = useWhy()
  return (
    <UnstyledButton
      className={classes['readOnly']}
      onClick={() => ask?.({ module: module.name, action: 'update', record: record.id })}
    >
      <IconLock size={13} stroke={1.6} aria-hidden />
      <span className={classes['editText']}>{t('access.readOnly')}.</span>
      <span className="text-link">{t('access.why')}</span>
    </UnstyledButton>
  )
}
