import { Button, CloseButton } from '@mantine/core'
import type { Person } from '@telar/client'
import { useTranslation } from 'react-i18next'
import { useTeams } from '../data/admin-queries.ts'
import { AddSelect } from '../parts/add-select.tsx'
import { PanelSection } from '../parts/side-panel.tsx'
import { teamOptions } from '../parts/team-options.ts'
import classes from '../parts/admin.module.css'

interface PersonTeamsProps {
  readonly person: Person
  readonly mayChange: boolean
  readonly onSave: (teams: readonly string[]) => Promise<void>
}

/** The teams of a person; new records get the main one. */
export function PersonTeams({ person, mayChange, onSave }: PersonTeamsProps) {
  const { t } = useTranslation()
  const { data: teams = [] } = useTeams()
  const options = teamOptions(teams)
  const own = person.teams.flatMap((id) => options.find(({ value }) => value === id) ?? [])
  const others = options.filter(({ value }) => !person.teams.includes(value))
  return (
    <PanelSection title={t('people.teams')}>
      {own.length === 0 ? <span className="dimmed">{t('people.noTeams')}</span> : null}
      <ul className={classes['rows']}>
        {own.map(({ value, label }, index) => (
          <li key={value}>
            <span className="truncate">{label}</span>
            {index === 0 ? (
              <span className="pill">{t('people.main')}</span>
            ) : (
              <MakeMain
                mayChange={mayChange}
                onClick={() => void onSave([value, ...person.teams.filter((id) => id !== value)])}
              />
            )}
            {mayChange ? (
              <CloseButton
                size="sm"
                iconSize={14}
                aria-label={t('people.leave', { team: label })}
                onClick={() => void onSave(person.teams.filter((id) => id !== value))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 ? (
        <AddSelect label={t('people.addTeam')} options={others} onAdd={(id) => void onSave([...person.teams, id])} />
      ) : null}
    </PanelSection>
  )
}

function MakeMain({ mayChange, onClick }: { readonly mayChange: boolean; readonly onClick: () => void }) {
  const { t } = useTranslation()
  if (!mayChange) return null
  return (
    <Button variant="subtle" color="gray" size="compact-xs" onClick={onClick}>
      {t('people.makeMain')}
    </Button>
  )
}
