import { Badge } from '@mantine/core'
import type { Me, MyRole } from '@telar/client'
import { capabilities } from '@telar/metadata'
import { currentLanguage, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { listText } from './list-text.ts'
import { ProfileSection } from './profile-section.tsx'
import { fieldsNotToChange, rightsInWords } from './rights-in-words.ts'
import classes from './profile.module.css'

/** Roles, teams, and what they allow, in plain words. */
export function RightsSection({ me }: { readonly me: Me }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const roleText = ({ title, through }: MyRole) =>
    through.length === 0 ? title : t('profile.roleThrough', { role: title, teams: listText(through, language) })
  return (
    <ProfileSection title={t('profile.rights')} lead={t('profile.rightsLead')}>
      <dl className={classes['rights']}>
        <dt>{t('profile.roles')}</dt>
        <dd>
          {me.administrator ? (
            <span>
              <Badge>{t('profile.administrator')}</Badge> {t('profile.administratorLead')}
            </span>
          ) : null}
          {me.roles.map((role) => (
            <span key={role.name}>{roleText(role)}</span>
          ))}
          {me.roles.length === 0 && !me.administrator ? <span>{t('profile.rolesNone')}</span> : null}
        </dd>
        <dt>{t('profile.teams')}</dt>
        <dd>
          {me.teams.length === 0 ? t('profile.teamsNone') : null}
          {me.teams.map(({ id, name }) => (
            <span key={id}>{name}</span>
          ))}
        </dd>
        <dt>{t('profile.records')}</dt>
        <dd>
          <Records isLimited={!me.administrator} />
        </dd>
        <dt>{t('profile.also')}</dt>
        <dd>
          {me.capabilities.length === 0 ? t('profile.alsoNone') : null}
          {me.capabilities.map((name) => (
            <span key={name}>{capabilities[name][language]}</span>
          ))}
        </dd>
      </dl>
    </ProfileSection>
  )
}

function Records({ isLimited }: { readonly isLimited: boolean }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const language = currentLanguage()
  const groups = rightsInWords(model.modules, language)
  if (groups.length === 0) return t('profile.alsoNone')
  return (
    <ul className={classes['plain']}>
      {groups.map(({ modules, allowed }) => (
        <li key={modules.join()}>
          <b>{listText(modules, language)}:</b>{' '}
          {allowed === 'everything' ? t('profile.everything') : listText(allowed, language)}
        </li>
      ))}
      {fieldsNotToChange(model.modules).map(({ module, fields }) => (
        <li key={module} className="dimmed">
          {t('profile.readOnly', { module, fields: listText(fields, language) })}
        </li>
      ))}
      {isLimited ? <li className="dimmed">{t('profile.mayBeLess')}</li> : null}
    </ul>
  )
}
