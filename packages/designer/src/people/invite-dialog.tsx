import { Alert, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import type { Person, PersonAttribute } from '@telar/client'
import { languages } from '@telar/metadata'
import { FormDialog, toast, useWorkspace } from '@telar/ui'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoles, useTeams } from '../data/admin-queries.ts'
import { RolesSelect } from '../parts/roles-select.tsx'
import { rolesThrough, teamOptions } from '../parts/team-options.ts'
import { InvitationLink } from './invitation-link.tsx'
import { useInvitation, type InvitationForm } from './use-invitation.ts'

interface InviteDialogProps {
  readonly attributes: readonly PersonAttribute[]
  /** Somebody of the workspace who cannot sign in yet. */
  readonly person?: Person
  readonly onClose: () => void
}

const languageNames = { en: 'English', es: 'Español' } as const

/** Asks somebody in, with roles and teams from the first day on. */
export function InviteDialog({ attributes, person, onClose }: InviteDialogProps) {
  const { t, i18n } = useTranslation()
  const form = useInvitation(person, i18n.language)
  const { values, refused, isSending, send } = form
  const isWithoutRights = useIsWithoutRights(values.roles, values.teams)
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await send()
    if (answer === undefined || answer.link !== null) return
    toast({ message: t('people.invitationMailed', { email: values.email }) })
    onClose()
  }
  if (form.sent !== undefined && form.sent.link !== null)
    return <InvitationLink name={values.name} sent={form.sent} onClose={onClose} />
  const others = Object.entries(refused).flatMap(([part, text]) => (shownParts.has(part) ? [] : [text]))
  return (
    <FormDialog title={t('people.inviteTitle')} isDirty={form.isDirty} isWide={false} onClose={onClose}>
      {(close) => (
        <form noValidate onSubmit={(event) => void submit(event)}>
          <Stack gap="md">
            {others.map((text) => (
              <Alert key={text} color="red" variant="light" role="alert">
                {text}
              </Alert>
            ))}
            <WhoFields form={form} isKnown={person !== undefined} />
            <RightsFields form={form} attributes={attributes} />
            {isWithoutRights ? (
              <Text size="xs" c="dimmed">
                {t('people.withoutRole')}
              </Text>
            ) : null}
            <Group justify="flex-end" gap="xs">
              <Button variant="subtle" color="gray" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" loading={isSending}>
                {t('people.inviteYes')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </FormDialog>
  )
}

interface FieldsProps {
  readonly form: InvitationForm
}

function WhoFields({ form: { values, refused, set }, isKnown }: FieldsProps & { readonly isKnown: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        label={t('people.email')}
        type="email"
        autoComplete="off"
        data-autofocus
        withAsterisk
        readOnly={isKnown}
        error={refused['email']}
        value={values.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <TextInput
        label={t('people.name')}
        autoComplete="off"
        withAsterisk
        error={refused['name']}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('people.language')}
        description={t('people.languageHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        value={values.language}
        onChange={(language) => set({ language: language ?? values.language })}
      />
    </>
  )
}

function RightsFields({
  form: { values, refused, set },
  attributes,
}: FieldsProps & { readonly attributes: readonly PersonAttribute[] }) {
  const { t } = useTranslation()
  const mayGiveRoles = useWorkspace().model.me.capabilities.includes('manageRoles')
  const { data: teams = [] } = useTeams()
  return (
    <>
      {mayGiveRoles ? (
        <RolesSelect
          label={t('admin.roles')}
          value={values.roles}
          error={refused['roles']}
          onChange={(roles) => set({ roles })}
        />
      ) : null}
      <MultiSelect
        label={t('people.teams')}
        data={teamOptions(teams)}
        value={[...values.teams]}
        onChange={(chosen) => set({ teams: chosen })}
        error={refused['teams']}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('field.nothingFound')}
        {...(values.teams.length === 0 ? { placeholder: t('admin.chooseTeams') } : {})}
      />
      {attributes.map(({ name, title }) => (
        <TextInput
          key={name}
          label={title}
          value={values.attributes[name] ?? ''}
          onChange={(event) => set({ attributes: { ...values.attributes, [name]: event.currentTarget.value } })}
        />
      ))}
    </>
  )
}

const shownParts = new Set(['email', 'name', 'roles', 'teams'])

const useIsWithoutRights = (roles: readonly string[], teams: readonly string[]): boolean => {
  const known = useRoles()
  const { data: all = [] } = useTeams()
  return known.length > 0 && roles.length === 0 && rolesThrough(all, teams).length === 0
}
