import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import type { TeamNode } from '@telar/client'
import { EmptyState, ErrorState, useTitle, useWorkspace, Waiting } from '@telar/ui'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTeams } from '../data/admin-queries.ts'
import { RolePills } from '../people/people-table.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { TeamPanel } from './team-panel.tsx'
import classes from '../parts/admin.module.css'

interface TeamsScreenProps {
  readonly openId: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** The teams in their tree, with who is in them and which roles they give. */
export function TeamsScreen({ openId, onOpen }: TeamsScreenProps) {
  const { t } = useTranslation()
  useTitle(t('admin.teams'))
  const teams = useTeams()
  const mayManage = useWorkspace().model.me.capabilities.includes('manageUsers')
  const [below, setBelow] = useState<TeamNode | null>()
  const open = teams.data?.find(({ id }) => id === openId)
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setBelow(null)}>
      {t('teams.new')}
    </Button>
  )
  return (
    <div className={classes['screen']}>
      <section className={classes['list']} aria-labelledby="teams-title">
        <header className={classes['head']}>
          <h1 id="teams-title">{t('admin.teams')}</h1>
          <div className={classes['spring']} />
          {mayManage ? add : null}
        </header>
        <div className={`${classes['scroll'] ?? ''} ${classes['ruled'] ?? ''}`}>
          {teams.isPending ? <Waiting /> : null}
          {teams.isError ? <ErrorState error={teams.error} onRetry={() => void teams.refetch()} /> : null}
          {teams.isSuccess ? (
            <Teams teams={teams.data} openId={openId} onOpen={onOpen} add={mayManage ? add : null} />
          ) : null}
        </div>
      </section>
      {open === undefined ? null : (
        <TeamPanel
          key={open.id}
          team={open}
          teams={teams.data ?? []}
          onClose={() => onOpen(undefined)}
          onAddBelow={() => setBelow(open)}
        />
      )}
      {below === undefined ? null : (
        <TeamDialog parent={below} onClose={() => setBelow(undefined)} onMade={(team) => onOpen(team.id)} />
      )}
    </div>
  )
}

interface TeamsProps extends TeamsScreenProps {
  readonly teams: readonly TeamNode[]
  readonly add: ReactNode
}

function Teams({ teams, openId, onOpen, add }: TeamsProps) {
  const { t } = useTranslation()
  if (teams.length > 0) return <Tree teams={teams} parent={null} openId={openId} onOpen={onOpen} />
  return (
    <EmptyState icon="users-group" title={t('teams.nothingTitle')} action={add}>
      {t('teams.nothing')}
    </EmptyState>
  )
}

interface TreeProps extends TeamsScreenProps {
  readonly teams: readonly TeamNode[]
  readonly parent: string | null
}

/** Lists in lists: whoever listens hears how deep a team lies. */
function Tree({ teams, parent, openId, onOpen }: TreeProps) {
  const { t } = useTranslation()
  const here = teams.filter((team) => team.parent === parent)
  if (here.length === 0) return null
  return (
    <ul className={classes['tree']} {...(parent === null ? { 'aria-label': t('teams.tree') } : {})}>
      {here.map((team) => (
        <li key={team.id}>
          <TeamRow team={team} isOpen={team.id === openId} onOpen={() => onOpen(team.id)} />
          <Tree teams={teams} parent={team.id} openId={openId} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

interface TeamRowProps {
  readonly team: TeamNode
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function TeamRow({ team, isOpen, onOpen }: TeamRowProps) {
  const { t } = useTranslation()
  const { length: count } = team.members
  const style: CSSProperties & Record<`--${string}`, string> = { '--depth': String(team.depth) }
  return (
    <UnstyledButton className={classes['team']} style={style} aria-current={isOpen || undefined} onClick={onOpen}>
      <IconUsersGroup size={16} stroke={1.6} aria-hidden />
      <span className={`truncate ${classes['teamName'] ?? ''}`}>{team.name}</span>
      <span className={classes['teamRoles']}>{team.roles.length === 0 ? null : <RolePills own={team.roles} />}</span>
      <span className={classes['teamCount']}>{t('teams.count', { count })}</span>
    </UnstyledButton>
  )
}
