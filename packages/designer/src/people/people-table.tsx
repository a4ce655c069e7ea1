import { Tooltip, UnstyledButton } from '@mantine/core'
import type { Person } from '@telar/client'
import { Avatar, useFormat } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoles, useTeams } from '../data/admin-queries.ts'
import classes from '../parts/admin.module.css'

interface PeopleRowsProps {
  readonly people: readonly Person[]
  readonly openId: string | undefined
  readonly onOpen: (id: string) => void
}

export function PeopleTable({ people, openId, onOpen }: PeopleRowsProps) {
  const { t } = useTranslation()
  return (
    <table className={classes['table']} aria-label={t('admin.people')}>
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('admin.roles')}</th>
          <th scope="col">{t('people.teams')}</th>
          <th scope="col">{t('people.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr
            key={person.id}
            data-clickable
            data-open={person.id === openId || undefined}
            onClick={() => onOpen(person.id)}
          >
            <td>
              <UnstyledButton className={classes['who']} onClick={() => onOpen(person.id)}>
                <Who person={person} />
              </UnstyledButton>
            </td>
            <td>
              <RolePills own={person.roles} throughTeams={person.teamRoles} />
            </td>
            <td>
              <TeamNames ids={person.teams} />
            </td>
            <td>
              <LastSeen person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function PeopleCards({ people, onOpen }: PeopleRowsProps) {
  return (
    <ul className={classes['cards']}>
      {people.map((person) => (
        <li key={person.id}>
          <UnstyledButton className={classes['card']} onClick={() => onOpen(person.id)}>
            <span className={classes['who']}>
              <Who person={person} />
            </span>
            <RolePills own={person.roles} throughTeams={person.teamRoles} />
            <span className={classes['cardFoot']}>
              <TeamNames ids={person.teams} />
              <LastSeen person={person} />
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function Who({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  return (
    <>
      <Avatar name={person.name} round size={28} />
      <span className={classes['whoText']}>
        <span className={classes['name']}>
          <span className="truncate">{person.name}</span>
          {person.isYou ? <Mark text={t('people.you')} /> : null}
          {person.isAdministrator ? <Mark text={t('people.administrator')} /> : null}
        </span>
        <span className={classes['second']}>{person.email}</span>
      </span>
    </>
  )
}

function Mark({ text }: { readonly text: string }) {
  return <span className="pill">{text}</span>
}

interface RolePillsProps {
  readonly own: readonly string[]
  readonly throughTeams?: readonly string[]
}

/** The roles of somebody by their titles; those that come with a team say so. */
export function RolePills({ own, throughTeams = [] }: RolePillsProps) {
  const { t } = useTranslation()
  const titles = new Map(useRoles().map(({ name, title }) => [name, title]))
  const inherited = throughTeams.filter((name) => !own.includes(name))
  if (own.length + inherited.length === 0) return <span className="dimmed">{t('admin.noRoles')}</span>
  return (
    <span className="pills">
      {own.map((name) => (
        <span key={name} className="pill" data-color="indigo">
          {titles.get(name) ?? name}
        </span>
      ))}
      {inherited.map((name) => (
        <Tooltip key={name} label={t('people.throughTeams')}>
          <span className="pill">{titles.get(name) ?? name}</span>
        </Tooltip>
      ))}
    </span>
  )
}

export function TeamNames({ ids }: { readonly ids: readonly string[] }) {
  const { data: teams = [] } = useTeams()
  const names = ids.flatMap((id) => teams.find((team) => team.id === id)?.name ?? [])
  return names.length === 0 ? <span className="dimmed">—</span> : names.join(', ')
}

function LastSeen({ person: { lastSeenAt: at, canSignIn, isActive } }: { readonly person: Person }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  if (at === null)
    return <span className="dimmed">{t(canSignIn || !isActive ? 'admin.never' : 'people.noSignIn')}</span>
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.ago(at, now)}
    </time>
  )
}
