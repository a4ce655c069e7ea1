import { ActionIcon, CloseButton, Menu, Select, TextInput } from '@mantine/core'
import { IconDots, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import type { TeamChange, TeamNode } from '@telar/client'
import { Avatar, memberName, toast, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../data/admin-queries.ts'
import { useAdminChange } from '../data/use-admin-change.ts'
import { AddSelect } from '../parts/add-select.tsx'
import { PersonOption } from '../parts/person-select.tsx'
import { RolesSelect } from '../parts/roles-select.tsx'
import { PanelSection, SidePanel } from '../parts/side-panel.tsx'
import { teamOptions, withAllBelow } from '../parts/team-options.ts'
import { RolePills } from '../people/people-table.tsx'
import { DeleteTeamDialog } from './delete-team-dialog.tsx'
import classes from '../parts/admin.module.css'

interface TeamPanelProps {
  readonly team: TeamNode
  readonly teams: readonly TeamNode[]
  readonly onClose: () => void
  readonly onAddBelow: () => void
}

/** One team: its name and place, who is in it, which roles it gives. */
export function TeamPanel({ team, teams, onClose, onAddBelow }: TeamPanelProps) {
  const { t } = useTranslation()
  const { capabilities } = useWorkspace().model.me
  const mayManage = capabilities.includes('manageUsers')
  const save = useSaveTeam(team)
  return (
    <SidePanel
      label={t('teams.panel', { name: team.name })}
      onClose={onClose}
      head={
        <>
          <div className={classes['who']}>
            <IconUsersGroup size={20} stroke={1.6} aria-hidden />
            <div className={classes['whoText']}>
              <h2>{team.name}</h2>
              <span className={classes['second']}>
                {t('teams.key')}: {team.key}
              </span>
            </div>
          </div>
          {mayManage ? <TeamActions team={team} teams={teams} onAddBelow={onAddBelow} onGone={onClose} /> : null}
        </>
      }
    >
      {mayManage ? <Place team={team} teams={teams} onSave={save} /> : null}
      <PanelSection title={t('teams.roles')} help={t('teams.rolesHelp')}>
        {mayManage && capabilities.includes('manageRoles') ? (
          <RolesSelect
            label={t('teams.roles')}
            isLabelHidden
            value={team.roles}
            onChange={(roles) => void save({ roles })}
          />
        ) : (
          <RolePills own={team.roles} />
        )}
      </PanelSection>
      <Members team={team} mayChange={mayManage} onSave={save} />
    </SidePanel>
  )
}

type SaveTeam = (change: TeamChange) => Promise<void>

/** Saves at once and offers the way back. */
const useSaveTeam = (team: TeamNode): SaveTeam => {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const change = useAdminChange()
  return async (changes) => {
    const before: TeamChange = {
      ...(changes.name === undefined ? {} : { name: team.name }),
      ...(changes.parent === undefined ? {} : { parent: team.parent }),
      ...(changes.members === undefined ? {} : { members: team.members }),
      ...(changes.roles === undefined ? {} : { roles: team.roles }),
    }
    if (!(await change(() => client.teams.update(team.id, changes)))) return
    const undo = () => void change(() => client.teams.update(team.id, before))
    toast({ id: 'team-saved', message: t('admin.saved'), action: { label: t('action.undo'), run: undo } })
  }
}

interface PartProps {
  readonly team: TeamNode
  readonly onSave: SaveTeam
}

function Place({ team, teams, onSave }: PartProps & { readonly teams: readonly TeamNode[] }) {
  const { t } = useTranslation()
  const below = withAllBelow(teams, team.id)
  const places = teamOptions(teams).filter(({ value }) => !below.has(value))
  return (
    <section className={classes['section']}>
      <TextInput
        key={team.name}
        label={t('teams.name')}
        defaultValue={team.name}
        autoComplete="off"
        onBlur={(event) => {
          const name = event.currentTarget.value.trim()
          if (name !== '' && name !== team.name) void onSave({ name })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <Select
        label={t('teams.parent')}
        description={t('teams.parentHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[{ value: '', label: t('teams.top') }, ...places]}
        value={team.parent ?? ''}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('field.nothingFound')}
        onChange={(parent) => void onSave({ parent: parent === null || parent === '' ? null : parent })}
      />
    </section>
  )
}

function Members({ team, mayChange, onSave }: PartProps & { readonly mayChange: boolean }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const { data } = usePeople()
  const all = data?.people ?? []
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? memberName(model.members, id)
  const others = all.filter(({ id, isActive }) => isActive && !team.members.includes(id))
  return (
    <PanelSection title={t('teams.members')}>
      {team.members.length === 0 ? <span className="dimmed">{t('teams.noMembers')}</span> : null}
      <ul className={classes['rows']}>
        {team.members.map((id) => (
          <li key={id}>
            <span className="face">
              <Avatar name={nameOf(id)} round size={22} />
              <span className="truncate">{nameOf(id)}</span>
            </span>
            {mayChange ? (
              <CloseButton
                size="sm"
                iconSize={14}
                aria-label={t('teams.removeMember', { name: nameOf(id) })}
                onClick={() => void onSave({ members: team.members.filter((one) => one !== id) })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <AddSelect
          label={t('teams.addMember')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          renderOption={({ option }) => <PersonOption name={option.label} />}
          onAdd={(id) => void onSave({ members: [...team.members, id] })}
        />
      ) : null}
    </PanelSection>
  )
}

interface TeamActionsProps {
  readonly team: TeamNode
  readonly teams: readonly TeamNode[]
  readonly onAddBelow: () => void
  readonly onGone: () => void
}

function TeamActions({ team, teams, onAddBelow, onGone }: TeamActionsProps) {
  const { t } = useTranslation()
  const [isDeleting, setDeleting] = useState(false)
  return (
    <>
      <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={t('action.more')}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={onAddBelow}>
            {t('teams.newBelow')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash size={14} />}
            onClick={() => setDeleting(true)}
          >
            {t('teams.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isDeleting ? (
        <DeleteTeamDialog team={team} teams={teams} onClose={() => setDeleting(false)} onGone={onGone} />
      ) : null}
    </>
  )
}
