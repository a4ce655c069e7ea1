import { Button, Group, Loader, Modal, Stack, TextInput } from '@mantine/core'
import type { ChangesetPlan } from '@telar/client'
import { ErrorState, usePhone, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanView } from './plan-view.tsx'
import { usePlan } from './use-plan.ts'
import classes from './roles.module.css'

export interface PlanDialogProps {
  readonly title: string
  readonly lead?: string
  /** Named otherwise than publishing. */
  readonly confirm?: string
  readonly documents: Readonly<Record<string, string | null>>
  /** What is said once it is published. */
  readonly done: string
  readonly onPlan?: (plan: ChangesetPlan) => void
  readonly onPublished: () => void
  readonly onClose: () => void
}

/** What publishing would do, and the button that does it. Closing throws the change set away, never the draft. */
export function PlanDialog({ title, lead, confirm, documents, done, onPlan, onPublished, onClose }: PlanDialogProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const isPhone = usePhone()
  const [message, setMessage] = useState('')
  const { plan, publish, close } = usePlan({ title, documents, done, onPlan, onPublished, onClose })
  const canPublish = model.me.capabilities.includes('publish')
  const isBlocked = plan.data === undefined || plan.data.blocked.length > 0
  const isNothing = plan.data?.documents.length === 0
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
          if (!isBlocked && canPublish) publish.mutate(message)
        }}
      >
        <Stack gap="lg">
          {lead === undefined ? null : <p className={classes['lead']}>{lead}</p>}
          {plan.isPending ? (
            <Group gap="sm">
              <Loader size="xs" />
              {t('roles.planning')}
            </Group>
          ) : null}
          {plan.isError ? <ErrorState error={plan.error} /> : null}
          {plan.data === undefined ? null : <PlanView plan={plan.data} />}
          {canPublish || plan.data === undefined ? null : <p className={classes['hint']}>{t('roles.cannotPublish')}</p>}
          {isBlocked || isNothing || !canPublish ? null : (
            <TextInput
              label={t('roles.message')}
              description={t('roles.messageHelp')}
              value={message}
              data-autofocus
              maxLength={2000}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={close}>
              {isBlocked ? t('action.close') : t('action.cancel')}
            </Button>
            {canPublish ? (
              <Button
                type="submit"
                disabled={isBlocked || isNothing}
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
