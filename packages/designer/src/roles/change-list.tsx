import { IconArrowRight } from '@tabler/icons-react'
import { capabilities, type Scope } from '@telar/metadata'
import { currentLanguage, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import type { RoleChange } from './role-changes.ts'
import { others } from './role-document.ts'
import classes from './roles.module.css'

/** The changes of a draft, line by line: where, what it was, what it becomes. */
export function ChangeList({ changes }: { readonly changes: readonly RoleChange[] }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const moduleTitle = (name: string) => (name === others ? t('roles.others') : (model.modules[name]?.plural ?? name))
  const scopeTitle = (scope: Scope) => t(`roles.scopes.${typeof scope === 'string' ? scope : 'where'}`)
  const fieldTitle = (module: string, field: string) =>
    field === others ? t('roles.otherFields') : (model.modules[module]?.fields[field]?.title ?? field)
  const lines = changes.map((change) => {
    switch (change.type) {
      case 'scope':
        return {
          where: `${moduleTitle(change.module)} · ${t(`roles.actions.${change.action}`)}`,
          before: scopeTitle(change.before),
          after: scopeTitle(change.after),
        }
      case 'field':
        return {
          where: `${moduleTitle(change.module)} · ${fieldTitle(change.module, change.field)}`,
          before: t(`roles.fieldRights.${change.before}`),
          after: t(`roles.fieldRights.${change.after}`),
        }
      case 'capability':
        return {
          where: capabilities[change.capability][currentLanguage()],
          before: change.isHeld ? t('field.no') : t('field.yes'),
          after: change.isHeld ? t('field.yes') : t('field.no'),
        }
    }
  })
  return (
    <ul className={classes['changes']}>
      {lines.map(({ where, before, after }) => (
        <li key={where}>
          <span>{where}</span>
          <span className="dimmed">{before}</span>
          <IconArrowRight size={12} aria-label={t('record.became')} />
          <b>{after}</b>
        </li>
      ))}
    </ul>
  )
}
