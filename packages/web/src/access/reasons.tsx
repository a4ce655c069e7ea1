import { IconCheck, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { AccessReason } from '@telar/client'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import classes from './access.module.css'

/** What each role says; who may change roles gets from here to the role. */
export function Reasons({ because }: { readonly because: readonly AccessReason[] }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const canOpen = model.me.capabilities.includes('manageRoles')
  return (
    <ul className={classes['reasons']}>
      {because.map((reason) => (
        <li key={`${reason.role ?? ''} ${reason.text}`} data-allows={reason.allows || undefined}>
          {reason.allows ? (
            <IconCheck size={16} aria-label={t('access.allows')} />
          ) : (
            <IconX size={16} aria-label={t('access.short')} />
          )}
          <div>
            {reason.role === null ? null : (
              <div className={classes['role']}>
                {canOpen ? (
                  <Link
                    className="text-link"
                    to="/admin/roles/$role"
                    params={{ role: reason.role }}
                    aria-label={t('access.openRole', { role: reason.title ?? reason.role })}
                  >
                    {reason.title}
                  </Link>
                ) : (
                  reason.title
                )}
                {reason.through.length === 0 ? null : (
                  <span className="dimmed"> {t('access.through', { teams: reason.through.join(', ') })}</span>
                )}
              </div>
            )}
            <div>{reason.text}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}
