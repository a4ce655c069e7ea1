import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import type { RoleSource } from '@telar/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { copyOfRole } from './role-document.ts'
import { type RoleDraft, titleIn } from './role-draft.ts'
import { useRoleList } from './use-role-draft.ts'
import classes from './roles.module.css'

interface RoleHeadProps {
  readonly name: string
  readonly draft: RoleDraft
  readonly source: RoleSource | null
  readonly isChanged: boolean
  readonly onDiscard: () => void
  readonly onReview: () => void
  readonly onBack: () => void
  readonly onOpen: (name: string) => void
  /** After the role was deleted. */
  readonly onGone: () => void
}

/** Which role this is, whether it is changed, and what can be done with it. */
export function RoleHead(props: RoleHeadProps) {
  const { t } = useTranslation()
  const { name, draft, source, isChanged, onBack } = props
  const [dialog, setDialog] = useState<Dialog>()
  const title = titleIn(draft)
  const people = useRoleList().data?.find((role) => role.name === name)?.people ?? 0
  return (
    <header className={classes['head']}>
      <Tooltip label={t('roles.back')}>
        <ActionIcon aria-label={t('roles.back')} onClick={onBack}>
          <IconArrowLeft size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <h1 className="truncate">{title}</h1>
      <span className={classes['people']}>
        {people === 0 ? t('roles.noPeople') : t('roles.people', { count: people })}
      </span>
      <div className={classes['spring']} />
      {isChanged ? (
        <>
          <span className={classes['unsaved']} role="status">
            {t('roles.unsaved')}
          </span>
          <Button variant="subtle" color="gray" onClick={props.onDiscard}>
            {t('roles.discardChanges')}
          </Button>
        </>
      ) : null}
      <Button disabled={!isChanged || title.trim() === ''} onClick={props.onReview}>
        {t('roles.review')}
      </Button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={t('action.more')}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => setDialog('copy')}>
            {t('roles.duplicate')}
          </Menu.Item>
          {source === null ? null : (
            <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => setDialog('delete')}>
              {t('roles.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <HeadDialog {...props} dialog={dialog} people={people} onClose={() => setDialog(undefined)} />
    </header>
  )
}

type Dialog = 'copy' | 'delete' | undefined

interface HeadDialogProps extends Pick<RoleHeadProps, 'draft' | 'source' | 'onOpen' | 'onGone'> {
  readonly dialog: Dialog
  readonly people: number
  readonly onClose: () => void
}

function HeadDialog({ dialog, draft, source, people, onOpen, onGone, onClose }: HeadDialogProps) {
  const { t } = useTranslation()
  const title = titleIn(draft)
  if (dialog === 'copy')
    return (
      <NewRoleDialog
        title={t('roles.copyOf', { title })}
        from={copyOfRole(draft.document, title)}
        onOpen={onOpen}
        onClose={onClose}
      />
    )
  if (dialog === undefined || source === null) return null
  return (
    <PlanDialog
      title={t('roles.planDeleteTitle', { title })}
      lead={people === 0 ? t('roles.deleteFree') : t('roles.deleteHeld', { count: people })}
      confirm={t('roles.delete')}
      documents={{ [source.path]: null }}
      done={t('roles.deleted', { title })}
      onPublished={onGone}
      onClose={onClose}
    />
  )
}
