import { Select } from '@mantine/core'
import type { AccessQuestion } from '@telar/client'
import { actions } from '@telar/metadata'
import { useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import classes from './access.module.css'

interface QuestionFormProps {
  readonly question: AccessQuestion
  readonly onChange: (question: AccessQuestion) => void
}

/** Whose right to do what is explained. */
export function QuestionForm({ question, onChange }: QuestionFormProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const module = model.modules[question.module]
  const person = question.user ?? model.me.id
  return (
    <div className={classes['question']}>
      <Select
        label={t('access.person')}
        data={model.members.map(({ id, name }) => ({
          value: id,
          label: id === model.me.id ? `${name} (${t('access.you').toLocaleLowerCase()})` : name,
        }))}
        value={person}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('access.nobodyFound')}
        maxDropdownHeight={320}
        onChange={(user) => onChange({ ...question, user: user ?? undefined })}
      />
      <Select
        label={t('access.action')}
        data={actions.map((action) => ({ value: action, label: t(`roles.actions.${action}`) }))}
        value={question.action}
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(action) => onChange({ ...question, action: action ?? question.action })}
      />
      <Select
        label={t('access.field')}
        placeholder={t('access.wholeRecord')}
        data={Object.values(module?.fields ?? {}).map(({ name, title }) => ({ value: name, label: title }))}
        value={question.field ?? null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        nothingFoundMessage={t('field.nothingFound')}
        maxDropdownHeight={320}
        onChange={(field) => onChange({ ...question, field: field ?? undefined })}
      />
    </div>
  )
}
