import { Loader, Select, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { AccessHolder, RecordData } from '@telar/client'
import { type Action, actions, type ModuleView } from '@telar/metadata'
import { Avatar, currentLanguage, ErrorState, useWorkspace } from '@telar/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fits } from '../palette/fits.ts'
import { Reasons } from './reasons.tsx'
import { SidePanel } from './side-panel.tsx'
import classes from './access.module.css'

interface WhoPanelProps {
  readonly module: ModuleView
  readonly record: RecordData
  readonly onClose: () => void
}

/** Beyond so many people one looks for a name. */
const many = 8

const isAboutRecords = (action: Action): boolean => action !== 'create' && action !== 'import'

/** Everybody who may see a record, or change it, and through what. */
export function WhoPanel({ module, record, onClose }: WhoPanelProps) {
  const { t } = useTranslation()
  const { client } = useWorkspace()
  const [action, setAction] = useState<string>('read')
  const who = useQuery({
    queryKey: ['who', client.slug, currentLanguage(), module.name, record.id, action],
    queryFn: () => client.access.who({ module: module.name, record: record.id, action }),
    staleTime: 0,
    retry: false,
  })
  return (
    <SidePanel title={t('access.whoTitle')} onClose={onClose}>
      <Stack gap="md">
        <Select
          label={t('access.mayDo')}
          data={actions.filter(isAboutRecords).map((each) => ({ value: each, label: t(`roles.actions.${each}`) }))}
          value={action}
          allowDeselect={false}
          onChange={(next) => setAction(next ?? action)}
        />
        {who.isPending ? <Loader size="sm" aria-label={t('state.loading')} /> : null}
        {who.isError ? <ErrorState error={who.error} onRetry={() => void who.refetch()} /> : null}
        {who.data === undefined || who.isError ? null : <People people={who.data.people} hasMore={who.data.more} />}
      </Stack>
    </SidePanel>
  )
}

function People({ people, hasMore }: { readonly people: readonly AccessHolder[]; readonly hasMore: boolean }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string>()
  const found = people.filter(({ name }) => fits(name, typed))
  return (
    <>
      <div role="status" className={classes['count']}>
        {people.length === 0 ? t('access.nobody') : t('access.people', { count: people.length })}
      </div>
      {people.length > many ? (
        <TextInput
          type="search"
          aria-label={t('access.findPerson')}
          placeholder={t('access.findPerson')}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {people.length > 0 && found.length === 0 ? <p className="dimmed">{t('access.nobodyFound')}</p> : null}
      <ul className={classes['people']}>
        {found.map((person) => (
          <li key={person.id}>
            <UnstyledButton
              className={classes['personName']}
              aria-expanded={open === person.id}
              onClick={() => setOpen(open === person.id ? undefined : person.id)}
            >
              <Avatar name={person.name} round size={24} />
              <span className="truncate">{person.name}</span>
              <span className={`truncate ${classes['through'] ?? ''}`}>{shortly(person)}</span>
            </UnstyledButton>
            {open === person.id ? <Reasons because={person.because} /> : null}
          </li>
        ))}
      </ul>
      {hasMore ? <p className="dimmed">{t('access.morePeople')}</p> : null}
    </>
  )
}

/** The roles alone; a click tells the rest. */
const shortly = ({ because }: AccessHolder): string => because.map(({ title, text }) => title ?? text).join(' · ')
