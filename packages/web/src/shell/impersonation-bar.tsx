import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { toast, useFormat, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { enter } from '../session/enter.ts'
import classes from './impersonation-bar.module.css'

/** Stands over everything while somebody looks as somebody else: nobody may take it for their own session. */
export function ImpersonationBar() {
  const { t } = useTranslation()
  const router = useRouter()
  const format = useFormat()
  const { client, model } = useWorkspace()
  const { impersonatedBy, name, email } = model.me
  const stop = useMutation({
    mutationFn: () => client.impersonation.stop(),
    onSuccess: () => enter(router.buildLocation({ to: '/admin/people' }).href),
    onError: () => toast({ isError: true, message: t('state.offline') }),
  })
  if (impersonatedBy === undefined || impersonatedBy === null) return null
  return (
    <div className={classes['bar']} role="region" aria-label={t('admin.looking', { name: name || email })}>
      <IconEye size={18} stroke={1.8} aria-hidden />
      <div className={classes['text']}>
        <strong>{t('admin.looking', { name: name || email })}</strong>
        <span className={classes['help']}>{t('admin.lookingHelp', { time: format.time(impersonatedBy.until) })}</span>
      </div>
      <Button variant="white" color="dark" flex="none" loading={stop.isPending} onClick={() => stop.mutate()}>
        {t('admin.stopLooking')}
      </Button>
    </div>
  )
}
