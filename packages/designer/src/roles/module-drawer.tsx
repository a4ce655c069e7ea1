import { Button, Drawer, Stack } from '@mantine/core'
import type { JsonObject } from '@telar/metadata'
import { usePhone } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { FieldRights } from './field-rights.tsx'
import { RoleConditions } from './role-conditions.tsx'
import { forgetModule, isNamed, others } from './role-document.ts'
import { cellKey, type RoleIssues } from './role-issues.ts'
import type { RoleRow } from './role-rows.ts'
import classes from './roles.module.css'

interface ModuleDrawerProps {
  readonly role: JsonObject
  readonly row: RoleRow
  readonly issues: RoleIssues
  readonly onChange: (role: JsonObject) => void
  readonly onClose: () => void
}

/** What a role says of the fields of one module, and under which conditions it allows an action. */
export function ModuleDrawer({ role, row, issues, onChange, onClose }: ModuleDrawerProps) {
  const { t } = useTranslation()
  const isPhone = usePhone()
  const told = issues.get(cellKey(row.name, 'fields')) ?? []
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isPhone ? '100%' : 720}
      title={row.title}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 150 }}
      classNames={{ title: classes['drawerTitle'] ?? '' }}
    >
      <Stack gap="xl">
        {row.module === undefined ? null : (
          <section className={classes['section']}>
            <h3>{t('roles.conditions')}</h3>
            <RoleConditions role={role} module={row.module} issues={issues} onChange={onChange} />
          </section>
        )}
        <section className={classes['section']}>
          <h3>{t('roles.fields')}</h3>
          {told.map(({ message }) => (
            <p key={message} className={classes['wrong']} role="alert">
              {message}
            </p>
          ))}
          <FieldRights role={role} row={row} onChange={onChange} />
        </section>
        {row.name !== others && isNamed(role, row.name) ? (
          <div>
            <Button
              variant="default"
              onClick={() => {
                onChange(forgetModule(role, row.name))
                onClose()
              }}
            >
              {t('roles.forget')}
            </Button>
          </div>
        ) : null}
      </Stack>
    </Drawer>
  )
}
