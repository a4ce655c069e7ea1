import { Alert, Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import type { InvitationRequest, Person, PersonAttribute, SentInvitation } from '@telar/client'
import { languages } from '@telar/metadata'
import { FormDialog, toast, useWorkspace } from '@telar/ui'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoles, useTeams } from '../data/admin-queries.ts'
import { refusalsByPart } from '../data/refusal-text.ts'
import { useRefresh } from '../data/use-admin-change.ts'
import { RolesSelect } from '../parts/roles-select.tsx'
import { rolesThrough, teamOptions } from '../parts/team-options.ts'
import { InvitationLink } from './invitation-link.tsx'

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
  const { client, model } = useWorkspace()
  const refresh = useRefresh()
  const mayGiveRoles = model.me.capabilities.includes('manageRoles')
  const { data: teams = [] } = useTeams()
  const { values, set, isDirty } = useInvitation(person, i18n.language)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [isSending, setSending] = useState(false)
  const [sent, setSent] = useState<SentInvitation>()
  const isWithoutRights = useIsWithoutRights(values.roles, values.teams)

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const missing = Object.entries({ email: values.email, name: values.name }).filter(([, text]) => text.trim() === '')
    if (missing.length > 0)
      return setRefused(Object.fromEntries(missing.map(([part]) => [part, t('validation.required')])))
    setSending(true)
    try {
      const answer = await client.invitations.invite(requestOf(values))
      await refresh()
      if (answer.link !== null) return setSent(answer)
      toast({ message: t('people.invitationMailed', { email: values.email }) })
      onClose()
    } catch (error) {
      setRefused(refusalsByPart(error, t))
    } finally {
      setSending(false)
    }
    return undefined
  }
  if (sent !== undefined) return <InvitationLink name={values.name} sent={sent} onClose={onClose} />
  const others = Object.entries(refused).flatMap(([part, text]) => (shownParts.has(part) ? [] : [text]))
  return (
    <FormDialog title={t('people.inviteTitle')} isDirty={isDirty} isWide={false} onClose={onClose}>
      {(close) => (
        <form noValidate onSubmit={(event) => void send(event)}>
          <Stack gap="md">
            {others.map((text) => (
              <Alert key={text} color="red" variant="light" role="alert">
                {text}
              </Alert>
            ))}
            <TextInput
              label={t('people.email')}
              type="email"
              autoComplete="off"
              data-autofocus
              withAsterisk
              readOnly={person !== undefined}
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

const shownParts = new Set(['email', 'name', 'roles', 'teams'])

interface Values {
  readonly email: string
  readonly name: string
  readonly language: string
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

const useInvitation = (person: Person | undefined, language: string) => {
  const [start] = useState<Values>(() => ({
    email: person?.email ?? '',
    name: person?.name ?? '',
    language,
    roles: person?.roles ?? [],
    teams: person?.teams ?? [],
    attributes: person?.attributes ?? {},
  }))
  const [values, setValues] = useState(start)
  const set = (changes: Partial<Values>) => setValues((before) => ({ ...before, ...changes }))
  return { values, set, isDirty: values !== start }
}

const requestOf = ({ email, name, language, roles, teams, attributes }: Values): InvitationRequest => {
  const written = Object.entries(attributes).filter(([, text]) => text.trim() !== '')
  return {
    email: email.trim(),
    name: name.trim(),
    language,
    // Empty lists are left out: they need rights that may not be there.
    ...(roles.length === 0 ? {} : { roles }),
    ...(teams.length === 0 ? {} : { teams }),
    ...(written.length === 0 ? {} : { attributes: Object.fromEntries(written) }),
  }
}

const useIsWithoutRights = (roles: readonly string[], teams: readonly string[]): boolean => {
  const known = useRoles()
  const { data: all = [] } = useTeams()
  return known.length > 0 && roles.length === 0 && rolesThrough(all, teams).length === 0
}
