import { Alert, Button, Stack, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import type { RoleSource } from '@telar/client'
import { useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Capabilities } from './capabilities.tsx'
import { ModuleDrawer } from './module-drawer.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { roleChanges } from './role-changes.ts'
import { withScope } from './role-document.ts'
import { descriptionIn, documentsOf, type RoleDraft, titleIn, withDescription, withTitle } from './role-draft.ts'
import { RoleHead } from './role-head.tsx'
import { roleIssues, type RoleIssues } from './role-issues.ts'
import { RoleMatrix } from './role-matrix.tsx'
import { roleRows } from './role-rows.ts'
import { ScopeLegend } from './scope-legend.tsx'
import type { DraftOfRole } from './use-role-draft.ts'
import classes from './roles.module.css'

interface RoleEditorProps {
  readonly name: string
  readonly source: RoleSource | null
  readonly draft: RoleDraft
  readonly state: DraftOfRole
  readonly onBack: () => void
  readonly onOpen: (name: string) => void
}

const noIssues: RoleIssues = new Map()

/** The editor of one role. Nothing takes effect before it was reviewed and published. */
export function RoleEditor({ name, source, draft, state, onBack, onOpen }: RoleEditorProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string>()
  const [isReviewed, setReviewed] = useState(false)
  const [issues, setIssues] = useState(noIssues)
  const path = source?.path ?? `roles/${name}.json`
  const rows = roleRows(model, draft.document, t('roles.others'))
  const found = rows.filter(({ title }) => folded(title).includes(folded(typed)))
  const opened = rows.find((row) => row.name === open)
  const write = (document: RoleDraft['document']) => state.change({ ...draft, document })
  return (
    <div className={classes['screen']}>
      <RoleHead
        name={name}
        draft={draft}
        source={source}
        isChanged={state.isChanged}
        onDiscard={() => {
          state.discard()
          setIssues(noIssues)
        }}
        onReview={() => setReviewed(true)}
        onBack={onBack}
        onOpen={onOpen}
        onGone={() => {
          state.discard()
          onBack()
        }}
      />
      <div className={classes['scroll']}>
        <Stack gap="xl" className={classes['body']}>
          {state.isOvertaken ? (
            <Alert color="yellow" icon={<IconAlertTriangle size={16} />}>
              {t('roles.changedElsewhere')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={state.discard}>
                {t('roles.reload')}
              </Button>
            </Alert>
          ) : null}
          <Words draft={draft} issues={issues} onChange={state.change} />
          <section className={classes['section']}>
            <div className={classes['sectionHead']}>
              <h2>{t('roles.rights')}</h2>
              <ScopeLegend />
              <TextInput
                type="search"
                aria-label={t('roles.findModule')}
                placeholder={t('roles.findModule')}
                leftSection={<IconSearch size={14} stroke={1.6} />}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </div>
            <RoleMatrix
              role={draft.document}
              rows={found}
              issues={issues}
              onScope={(module, action, scope) => write(withScope(draft.document, module, { action, scope }))}
              onOpen={setOpen}
            />
          </section>
          <Capabilities role={draft.document} onChange={write} />
        </Stack>
      </div>
      {opened === undefined ? null : (
        <ModuleDrawer
          key={opened.name}
          role={draft.document}
          row={opened}
          issues={issues}
          onChange={write}
          onClose={() => setOpen(undefined)}
        />
      )}
      {isReviewed ? (
        <PlanDialog
          title={t('roles.planTitle', { title: titleIn(draft) })}
          changes={roleChanges(source?.document ?? {}, draft.document)}
          documents={documentsOf(path, draft, source)}
          done={t('roles.published', { title: titleIn(draft) })}
          onPlan={(plan) => setIssues(roleIssues(path, [...plan.blocked, ...plan.warnings]))}
          onPublished={() => {
            state.discard()
            setIssues(noIssues)
          }}
          onClose={() => setReviewed(false)}
        />
      ) : null}
    </div>
  )
}

interface WordsProps {
  readonly draft: RoleDraft
  readonly issues: RoleIssues
  readonly onChange: (draft: RoleDraft) => void
}

/** How the role is called; in the reader's language, where that is written apart. */
function Words({ draft, issues, onChange }: WordsProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const isTranslated = draft.labels !== null
  const isFixed = isTranslated && !model.me.capabilities.includes('design')
  const title = titleIn(draft)
  const rest = issues.get('') ?? []
  return (
    <div className={classes['words']}>
      <TextInput
        label={t('roles.roleTitle')}
        required
        value={title}
        disabled={isFixed}
        maxLength={200}
        error={title.trim() === '' ? t('roles.titleMissing') : undefined}
        onChange={(event) => onChange(withTitle(draft, event.currentTarget.value))}
      />
      <Textarea
        label={t('roles.description')}
        placeholder={t('roles.descriptionHelp')}
        description={isFixed ? t('roles.writtenElsewhere') : undefined}
        value={descriptionIn(draft)}
        disabled={isFixed}
        maxLength={2000}
        onChange={(event) => onChange(withDescription(draft, event.currentTarget.value))}
      />
      {rest.map(({ message }) => (
        <p key={message} className={classes['wrong']} role="alert">
          {message}
        </p>
      ))}
    </div>
  )
}

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
