import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Person, PersonAttribute, PersonChange } from '@telar/client'
import { Avatar, ErrorState, toast, useFormat, useWorkspace, Waiting } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePerson, useRoles, type PersonInFull } from '../data/admin-queries.ts'
import { useAdminChange } from '../data/use-admin-change.ts'
import { RolesSelect } from '../parts/roles-select.tsx'
import { PanelSection, SidePanel } from '../parts/side-panel.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { RolePills } from './people-table.tsx'
import { PersonActions } from './person-actions.tsx'
import { PersonTeams } from './person-teams.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'
import classes from '../parts/admin.module.css'

interface PersonPanelProps {
  readonly id: string
  readonly attributes: readonly PersonAttribute[]
  readonly people: readonly Person[]
  readonly onClose: () => void
  readonly onLookAs: () => void
}

/** Everything about one person: what they may do, where they belong, what is theirs. */
export function PersonPanel({ id, attributes, people, onClose, onLookAs }: PersonPanelProps) {
  const { t } = useTranslation()
  const found = usePerson(id)
  const person = found.data?.person
  return (
    <SidePanel
      label={t('people.panel', { name: person?.name ?? '' })}
      onClose={onClose}
      head={
        person === undefined ? <span className={classes['spring']} /> : <Head person={person} onLookAs={onLookAs} />
      }
    >
      {found.isPending ? <Waiting rows={6} /> : null}
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isSuccess ? <Sections inFull={found.data} attributes={attributes} people={people} /> : null}
    </SidePanel>
  )
}

function Head({ person, onLookAs }: { readonly person: Person; readonly onLookAs: () => void }) {
  return (
    <>
      <div className={classes['who']}>
        <Avatar name={person.name} round size={32} />
        <div className={classes['whoText']}>
          <h2>{person.name}</h2>
          <span className={classes['second']}>{person.email}</span>
        </div>
      </div>
      <PersonActions person={person} onLookAs={onLookAs} />
    </>
  )
}

interface SectionsProps {
  readonly inFull: PersonInFull
  readonly attributes: readonly PersonAttribute[]
  readonly people: readonly Person[]
}

function Sections({ inFull, attributes, people }: SectionsProps) {
  const { person } = inFull
  const { capabilities } = useWorkspace().model.me
  const mayManage = capabilities.includes('manageUsers')
  const { save } = useSave(person)
  return (
    <>
      <State person={person} attributes={attributes} mayManage={mayManage} />
      <Roles person={person} mayChange={capabilities.includes('manageRoles')} onSave={(roles) => save({ roles })} />
      <PersonTeams person={person} mayChange={mayManage} onSave={(teams) => save({ teams })} />
      {attributes.length === 0 ? null : (
        <Attributes
          attributes={attributes}
          person={person}
          mayChange={mayManage}
          onSave={(changed) => save({ attributes: changed })}
        />
      )}
      <Owned inFull={inFull} people={people} mayReassign={mayManage} />
    </>
  )
}

/** Saves at once and offers the way back. */
const useSave = (person: Person) => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const change = useAdminChange()
  const save = async (changes: PersonChange): Promise<void> => {
    const before: PersonChange = {
      ...(changes.roles === undefined ? {} : { roles: person.roles }),
      ...(changes.teams === undefined ? {} : { teams: person.teams }),
      ...(changes.attributes === undefined ? {} : { attributes: attributesBefore(person, changes.attributes) }),
    }
    if (!(await change(() => client.people.update(person.id, changes)))) return
    const undo = () => void change(() => client.people.update(person.id, before))
    toast({ id: 'person-saved', message: t('admin.saved'), action: { label: t('action.undo'), run: undo } })
  }
  return { save }
}

const attributesBefore = (person: Person, changed: NonNullable<PersonChange['attributes']>) =>
  Object.fromEntries(Object.keys(changed).map((name) => [name, person.attributes[name] ?? null]))

interface StateProps {
  readonly person: Person
  readonly attributes: readonly PersonAttribute[]
  readonly mayManage: boolean
}

/** Said only where something is out of the ordinary. */
function State({ person, attributes, mayManage }: StateProps) {
  const { t } = useTranslation()
  const [isInviting, { open, close }] = useDisclosure(false)
  const { isActive, isInvited, canSignIn } = person
  if (isActive && canSignIn) return null
  const text = isActive ? t(isInvited ? 'people.isInvitedHelp' : 'people.isWithoutSignIn') : t('people.isInactive')
  return (
    <Alert color={isActive ? 'yellow' : 'gray'} variant="light" p="sm">
      <Group justify="space-between" gap="xs">
        {text}
        {isActive && !isInvited && mayManage ? (
          <Button variant="default" onClick={open}>
            {t('people.sendInvitation')}
          </Button>
        ) : null}
      </Group>
      {isInviting ? <InviteDialog person={person} attributes={attributes} onClose={close} /> : null}
    </Alert>
  )
}

interface RolesProps {
  readonly person: Person
  readonly mayChange: boolean
  readonly onSave: (roles: readonly string[]) => Promise<void>
}

function Roles({ person, mayChange, onSave }: RolesProps) {
  const { t } = useTranslation()
  const titles = new Map(useRoles().map(({ name, title }) => [name, title]))
  const inherited = person.teamRoles.filter((name) => !person.roles.includes(name))
  if (!mayChange)
    return (
      <PanelSection title={t('admin.roles')}>
        <RolePills own={person.roles} throughTeams={person.teamRoles} />
      </PanelSection>
    )
  return (
    <PanelSection title={t('admin.roles')} help={t('people.rolesHelp')}>
      <RolesSelect
        label={t('admin.roles')}
        isLabelHidden
        value={person.roles}
        onChange={(roles) => void onSave(roles)}
      />
      {inherited.length === 0 ? null : (
        <span className="pills">
          <span className="dimmed">{t('people.throughTeams')}</span>
          {inherited.map((name) => (
            <span key={name} className="pill">
              {titles.get(name) ?? name}
            </span>
          ))}
        </span>
      )}
    </PanelSection>
  )
}

interface AttributesProps {
  readonly attributes: readonly PersonAttribute[]
  readonly person: Person
  readonly mayChange: boolean
  readonly onSave: (changed: Readonly<Record<string, string | null>>) => Promise<void>
}

function Attributes({ attributes, person, mayChange, onSave }: AttributesProps) {
  const { t } = useTranslation()
  return (
    <PanelSection title={t('people.attributes')}>
      {attributes.map(({ name, title }) => {
        const value = person.attributes[name] ?? ''
        return (
          <TextInput
            key={`${name} ${value}`}
            label={title}
            readOnly={!mayChange}
            defaultValue={value}
            onBlur={(event) => {
              const text = event.currentTarget.value.trim()
              if (text !== value) void onSave({ [name]: text === '' ? null : text })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
          />
        )
      })}
    </PanelSection>
  )
}

interface OwnedProps {
  readonly inFull: PersonInFull
  readonly people: readonly Person[]
  readonly mayReassign: boolean
}

function Owned({ inFull: { person, owns }, people, mayReassign }: OwnedProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  return (
    <PanelSection title={t('people.owned')}>
      {owns.length === 0 ? (
        <span className="dimmed">{t('people.ownsNothing')}</span>
      ) : (
        <>
          <ul className={classes['rows']}>
            {owns.map(({ module, title, records }) => (
              <li key={module}>
                <span>{title}</span>
                <span className="numeric">{format.number(records)}</span>
              </li>
            ))}
          </ul>
          {mayReassign ? (
            <Group>
              <Button variant="default" onClick={() => setOpen(true)}>
                {t('people.reassign')}
              </Button>
            </Group>
          ) : null}
        </>
      )}
      {isOpen ? <ReassignDialog person={person} owns={owns} people={people} onClose={() => setOpen(false)} /> : null}
    </PanelSection>
  )
}
