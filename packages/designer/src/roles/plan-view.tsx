import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { AccessEffect, AccessImpact, ChangesetPlan, PlanIssue } from '@telar/client'
import { actionTitles, actions, capabilities, capabilityNames, type ModuleView } from '@telar/metadata'
import { currentLanguage, useWorkspace } from '@telar/ui'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ChangeList } from './change-list.tsx'
import type { RoleChange } from './role-changes.ts'
import classes from './roles.module.css'

/** What a plan says, in words: what stands in the way, what changes, and for whom. */
export function PlanView({ plan, changes }: { readonly plan: ChangesetPlan; readonly changes: readonly RoleChange[] }) {
  const { t } = useTranslation()
  const warnings = [...plan.warnings, ...plan.impact].filter(({ file }) =>
    plan.documents.some(({ path }) => path === file),
  )
  return (
    <>
      <Issues title={t('roles.blocked')} issues={plan.blocked} isGrave />
      {plan.blocked.length > 0 ? null : (
        <section className={classes['section']}>
          <h3>{t('roles.effects')}</h3>
          {plan.changes.length === 0 && plan.documents.length === 0 ? (
            <p className="dimmed">{t('roles.noChanges')}</p>
          ) : null}
          <ChangeList changes={changes} />
          <ul className={classes['lines']}>
            {changes.length > 0 ? null : plan.changes.map(({ summary }) => <li key={summary}>{summary}</li>)}
          </ul>
        </section>
      )}
      {plan.access.length === 0 ? null : (
        <section className={classes['section']}>
          <h3>{t('roles.forPeople')}</h3>
          <ul className={classes['lines']}>
            {plan.access.map((impact) => (
              <Impact
                key={`${impact.module ?? ''} ${impact.action ?? ''} ${impact.people[0]?.id ?? ''}`}
                impact={impact}
              />
            ))}
          </ul>
        </section>
      )}
      <Issues title={t('roles.warnings')} issues={warnings} />
    </>
  )
}

interface IssuesProps {
  readonly title: string
  readonly issues: readonly PlanIssue[]
  readonly isGrave?: boolean
}

function Issues({ title, issues, isGrave = false }: IssuesProps) {
  const Icon = isGrave ? IconAlertCircle : IconAlertTriangle
  if (issues.length === 0) return null
  return (
    <section className={classes['section']}>
      <h3>{title}</h3>
      <ul className={classes['planIssues']} data-grave={isGrave || undefined}>
        {issues.map(({ file, pointer, message }) => (
          <li key={`${file} ${pointer} ${message}`}>
            <Icon size={16} stroke={1.6} aria-hidden />
            <div>
              <Place pointer={pointer} />
              {message}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where it is, in words: "Accounts, Change". */
function Place({ pointer }: { readonly pointer: string }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const [root, module = '', part = ''] = pointer.split('/').slice(1)
  if (root !== 'modules') return null
  const title = module === '*' ? t('roles.others') : (model.modules[module]?.plural ?? module)
  const action = actions.find((one) => one === part)
  const what = action === undefined ? (part === 'fields' ? t('roles.fields') : '') : t(`roles.actions.${action}`)
  return <b>{[title, what].filter(Boolean).join(' · ')}: </b>
}

const namedAtMost = 4

/** "Marta, Javier · Opportunities, see: + 12 records". */
function Impact({ impact }: { readonly impact: AccessImpact }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const module = model.modules[impact.module ?? '']
  const names = impact.people.slice(0, namedAtMost).map(({ name }) => name)
  const more = impact.people.length - names.length
  const action = actions.find((one) => one === impact.action)
  const about = [
    module?.plural ?? impact.title ?? '',
    action === undefined ? '' : actionTitles[action][currentLanguage()],
  ].filter(Boolean)
  return (
    <li className={classes['impact']}>
      <div>
        <b>{names.join(', ')}</b>
        {more > 0 ? ` ${t('roles.impact.more', { count: more })}` : ''}
        {about.length === 0 ? '' : ` · ${about.join(', ')}`}
      </div>
      {(['gained', 'lost'] as const).flatMap((side) =>
        effectLines(impact[side], { t, module }).map((line) => (
          <div key={`${side} ${line}`} data-side={side}>
            <span className={classes['side']}>{t(`roles.impact.${side}`)}</span> {line}
          </div>
        )),
      )}
    </li>
  )
}

interface EffectPlace {
  readonly t: TFunction
  readonly module: ModuleView | undefined
}

const effectLines = (effect: AccessEffect, { t, module }: EffectPlace): readonly string[] => {
  const { records, examples } = effect
  const named = examples.map(({ label }) => label).filter(Boolean)
  const count = records === null || records === 0 ? [] : [t('roles.impact.records', { count: records })]
  const fields = effect.fields.map((name) => module?.fields[name]?.title ?? name)
  const able = capabilityNames.filter((name) => effect.capabilities.includes(name))
  return [
    ...count.map((text) =>
      named.length === 0 ? text : t('roles.impact.suchAs', { records: text, names: named.join(', ') }),
    ),
    ...(fields.length === 0 ? [] : [t('roles.impact.fields', { fields: fields.join(', ') })]),
    ...able.map((name) => capabilities[name][currentLanguage()]),
  ]
}
