import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { RoleSummary } from '@telar/client'
import { ErrorState, useTitle, useWorkspace, Waiting } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { keptDrafts, readDraft, titleIn } from './role-draft.ts'
import { useRoleList } from './use-role-draft.ts'
import classes from './roles.module.css'

export interface RolesScreenProps {
  readonly onOpen: (name: string) => void
}

/** All roles, with how many people and teams have each; those that were begun here and are not published yet too. */
export function RolesScreen({ onOpen }: RolesScreenProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const [isNew, setNew] = useState(false)
  const roles = useRoleList()
  useTitle(t('roles.title'))
  const drafts = keptDrafts(client.slug)
  const begun = drafts.filter((name) => roles.data?.every((role) => role.name !== name) === true)
  return (
    <div className={classes['screen']}>
      <header className={classes['head']}>
        <h1>{t('roles.title')}</h1>
        <div className={classes['spring']} />
        <Button leftSection={<IconPlus size={14} />} onClick={() => setNew(true)}>
          {t('roles.new')}
        </Button>
      </header>
      <div className={classes['scroll']}>
        <div className={classes['body']}>
          <p className={classes['lead']}>{t('roles.lead')}</p>
          {roles.isPending ? <Waiting /> : null}
          {roles.isError ? <ErrorState error={roles.error} onRetry={() => void roles.refetch()} /> : null}
          <ul className={classes['roles']}>
            {(roles.data ?? []).map((role) => (
              <RoleLine
                key={role.name}
                role={role}
                isChanged={drafts.includes(role.name)}
                onOpen={() => onOpen(role.name)}
              />
            ))}
            {begun.map((name) => (
              <li key={name}>
                <UnstyledButton className={classes['role']} onClick={() => onOpen(name)}>
                  <span className={classes['roleText']}>
                    <span className={classes['roleTitle']}>
                      {draftTitle(client.slug, name)}{' '}
                      <span className={classes['unsaved']}>{t('roles.yourDrafts')}</span>
                    </span>
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {isNew ? <NewRoleDialog title="" onOpen={onOpen} onClose={() => setNew(false)} /> : null}
    </div>
  )
}

const draftTitle = (workspace: string, name: string): string => {
  const kept = readDraft(workspace, name)
  return kept === undefined ? name : titleIn(kept.draft) || name
}

interface RoleLineProps {
  readonly role: RoleSummary
  readonly isChanged: boolean
  readonly onOpen: () => void
}

function RoleLine({ role, isChanged, onOpen }: RoleLineProps) {
  const { t } = useTranslation()
  return (
    <li>
      <UnstyledButton className={classes['role']} onClick={onOpen}>
        <span className={classes['roleText']}>
          <span className={classes['roleTitle']}>
            {role.title} {isChanged ? <span className={classes['unsaved']}>{t('roles.unsaved')}</span> : null}
          </span>
          <span className={classes['roleDescription']}>{role.description}</span>
        </span>
        <span className={classes['havers']}>
          <span>{role.people === 0 ? t('roles.noPeople') : t('roles.people', { count: role.people })}</span>
          {role.teams.length === 0 ? null : (
            <span className="dimmed">{t('roles.teams', { count: role.teams.length })}</span>
          )}
        </span>
      </UnstyledButton>
    </li>
  )
}
