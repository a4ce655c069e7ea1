import { Group, Loader, Stack } from '@mantine/core'
import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { AccessAnswer, AccessQuestion } from '@telar/client'
import { actionTitles, actions } from '@telar/metadata'
import { currentLanguage, ErrorState, useReferenceLabels, referenceOf, useModuleView, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionForm } from './question-form.tsx'
import { Reasons } from './reasons.tsx'
import { SidePanel } from './side-panel.tsx'
import classes from './access.module.css'

interface WhyPanelProps {
  readonly question: AccessQuestion
  /** Whether the person, the action and the field are still to be chosen. */
  readonly isOpenQuestion: boolean
  readonly onClose: () => void
}

/** Why somebody may or may not do something, role by role, as the server found it. */
export function WhyPanel({ question: first, isOpenQuestion, onClose }: WhyPanelProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const [question, setQuestion] = useState(first)
  const why = useQuery({
    queryKey: ['why', client.slug, currentLanguage(), question],
    queryFn: () => client.access.explain(question),
    staleTime: 0,
    retry: false,
  })
  return (
    <SidePanel title={isOpenQuestion ? t('access.explainTitle') : t('access.whyTitle')} onClose={onClose}>
      <Stack gap="lg">
        {isOpenQuestion ? <QuestionForm question={question} onChange={setQuestion} /> : null}
        {why.isPending ? <Loader size="sm" aria-label={t('state.loading')} /> : null}
        {why.isError ? <ErrorState error={why.error} onRetry={() => void why.refetch()} /> : null}
        {why.data === undefined || why.isError ? null : <Answer question={question} answer={why.data} />}
      </Stack>
    </SidePanel>
  )
}

function Answer({ question, answer }: { readonly question: AccessQuestion; readonly answer: AccessAnswer }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const sentence = useSentence(question, answer)
  const isUnseen =
    !answer.allowed &&
    question.record !== undefined &&
    answer.because.every(({ role, allows }) => allows || role === null)
  const Icon = answer.allowed ? IconCircleCheck : IconLock
  return (
    <>
      <div className={classes['verdict']} data-allowed={answer.allowed || undefined} role="status">
        <Icon size={20} stroke={1.6} aria-hidden />
        <div>
          <div className={classes['sentence']}>{sentence}</div>
          {isUnseen ? <div>{t('access.unseen')}</div> : null}
        </div>
      </div>
      <section>
        <h3 className={classes['heading']}>{t('access.roles')}</h3>
        <Reasons because={answer.because} />
      </section>
      {answer.allowed || model.me.capabilities.includes('manageRoles') ? null : (
        <Group className="dimmed">{t('access.askSomebody')}</Group>
      )}
    </>
  )
}

/** The question and its answer as one sentence. */
const useSentence = (question: AccessQuestion, answer: AccessAnswer): string => {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const what = useObject(question)
  const action = actions.find((each) => each === question.action)
  const words = {
    who: answer.user.name,
    action: action === undefined ? question.action : actionTitles[action][currentLanguage()],
    what,
  }
  const isMe = answer.user.id === model.me.id
  if (isMe) return answer.allowed ? t('access.allowYou', words) : t('access.denyYou', words)
  return answer.allowed ? t('access.allow', words) : t('access.deny', words)
}

/** What it is that may be done or not: "the field Amount of “Racks”". */
const useObject = ({ module: name, record, field: fieldName }: AccessQuestion): string => {
  const { t } = useTranslation()
  const module = useModuleView(name)
  const labelled = useReferenceLabels(name, record === undefined ? [] : [record])
  const label = record === undefined ? '' : (referenceOf(labelled(record))?.label ?? '')
  const one = label === '' ? t('access.someRecord') : t('access.record', { label })
  const whole = record === undefined ? t('access.records', { module: module?.plural ?? name }) : one
  const field = module?.fields[fieldName ?? '']
  return field === undefined ? whole : t('access.fieldOf', { field: field.title, what: whole })
}
