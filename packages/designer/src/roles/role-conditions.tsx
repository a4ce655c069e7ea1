import { useQuery } from '@tanstack/react-query'
import { type Action, type Filter, type JsonObject, type ModuleView } from '@telar/metadata'
import {
  FilterBuilder,
  filterOf,
  type GroupNode,
  newCondition,
  PersonalValuesProvider,
  treeOf,
  useWorkspace,
} from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionsOf, isNoCondition, noCondition, withScope } from './role-document.ts'
import { cellKey, type RoleIssues } from './role-issues.ts'
import classes from './roles.module.css'

interface RoleConditionsProps {
  readonly role: JsonObject
  readonly module: ModuleView
  readonly issues: RoleIssues
  readonly onChange: (role: JsonObject) => void
}

/** The conditions of one module, each built as the filter of a list is; they can ask what is known of the person. */
export function RoleConditions({ role, module, issues, onChange }: RoleConditionsProps) {
  const { t } = useTranslation()
  const attributes = useAttributes()
  const conditions = conditionsOf(role, module.name)
  if (conditions.length === 0) return <p className="dimmed">{t('roles.noConditions')}</p>
  return (
    <PersonalValuesProvider value={attributes}>
      {conditions.map(({ action, where }) => (
        <Condition
          key={action}
          module={module}
          action={action}
          where={where}
          told={issues.get(cellKey(module.name, action))?.map(({ message }) => message) ?? []}
          onChange={(next) => onChange(withScope(role, module.name, { action, scope: { where: next } }))}
        />
      ))}
    </PersonalValuesProvider>
  )
}

/** What the application asks about its people. */
const useAttributes = () => {
  const { client } = useWorkspace()
  const { i18n } = useTranslation()
  const { data } = useQuery({
    queryKey: ['attributes', client.slug, i18n.language],
    queryFn: async () => (await client.people.list()).attributes,
  })
  return data ?? none
}

const none: readonly { readonly name: string; readonly title: string }[] = []

interface ConditionProps {
  readonly module: ModuleView
  readonly action: Action
  readonly where: Filter
  readonly told: readonly string[]
  readonly onChange: (where: Filter) => void
}

function Condition({ module, action, where, told, onChange }: ConditionProps) {
  const { t } = useTranslation()
  const [tree, setTree] = useState(() => startOf(where))
  const change = (next: GroupNode) => {
    setTree(next)
    onChange(filterOf(next) ?? noCondition)
  }
  return (
    <div
      className={classes['condition']}
      role="group"
      aria-label={t('roles.conditionOf', { action: t(`roles.actions.${action}`) })}
    >
      <div className={classes['conditionTitle']}>
        {t('roles.conditionOf', { action: t(`roles.actions.${action}`) })}
      </div>
      <FilterBuilder module={module} value={tree} onChange={change} />
      {isNoCondition(where) ? <p className={classes['hint']}>{t('roles.conditionEmpty')}</p> : null}
      {told.map((message) => (
        <p key={message} className={classes['wrong']} role="alert">
          {message}
        </p>
      ))}
    </div>
  )
}

/** An empty condition begins with a line to fill in. */
const startOf = (where: Filter): GroupNode => {
  if (!isNoCondition(where)) return treeOf(where)
  const empty = treeOf(undefined)
  return { ...empty, children: [newCondition()] }
}
