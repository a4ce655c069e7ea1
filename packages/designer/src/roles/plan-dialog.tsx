import { Button, Group, Loader, Modal, Stack, TextInput } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ChangesetPlan } from '@telar/client'
import { ErrorState, usePhone, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanView } from './plan-view.tsx'
import type { RoleChange } from './role-changes.ts'
import { type PlanOptions, usePlan } from './use-plan.ts'
import classes from './roles.module.css'

export interface PlanDialogProps extends Omit<PlanOptions, 'onPlan'> {
  readonly lead?: string
  /** Named otherwise than publishing. */
  readonly confirm?: string
  /** What the documents change, in the words of roles. */
  readonly changes?: readonly RoleChange[]
  readonly onPlan?: (plan: ChangesetPlan) => void
}

/** What publishing would do, and the button that does it. Closing throws the change set away, never the draft. */
export function PlanDialog(props: PlanDialogProps) {
  const { title, lead, confirm, documents, done, onPlan, onPublished, onClose } = props
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const isPhone = usePhone()
  const [message, setMessage] = useState('')
  const { plan, publish, close } = usePlan({ title, documents, done, onPlan, onPublished, onClose })
  const canPublish = model.me.capabilities.includes('publish')
  const isReady = canPublish && plan.data?.blocked.length === 0 && plan.data.documents.length > 0
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={640}
      fullScreen={isPhone}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 120 }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) publish.mutate(message)
        }}
      >
        <Stack gap="lg">
          {lead === undefined ? null : <p className={classes['lead']}>{lead}</p>}
          <PlanState plan={plan} changes={props.changes ?? []} canPublish={canPublish} />
          {isReady ? (
            <TextInput
              label={t('roles.message')}
              description={t('roles.messageHelp')}
              value={message}
              data-autofocus
              maxLength={2000}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={close}>
              {isReady ? t('action.cancel') : t('action.close')}
            </Button>
            {canPublish ? (
              <Button
                type="submit"
                disabled={!isReady}
                loading={publish.isPending}
                {...(confirm === undefined ? {} : { color: 'red' })}
              >
                {confirm ?? t('roles.publish')}
              </Button>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface PlanStateProps {
  readonly plan: UseQueryResult<ChangesetPlan>
  readonly changes: readonly RoleChange[]
  readonly canPublish: boolean
}

function PlanState({ plan, changes, canPublish }: PlanStateProps) {
  const { t } = useTranslation()
  if (plan.isError) return <ErrorState error={plan.error} />
  if (plan.data === undefined)
    return (
      <Group gap="sm" role="status">
        <Loader size="xs" />
        {t('roles.planning')}
      </Group>
    )
  return (
    <>
      <PlanView plan={plan.data} changes={changes} />
      {canPublish ? null : <p className={classes['hint']}>{t('roles.cannotPublish')}</p>}
    </>
  )
}
