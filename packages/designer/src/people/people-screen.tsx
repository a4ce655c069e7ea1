import { Button, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import type { People, Person } from '@telar/client'
import { EmptyState, ErrorState, useFormat, usePhone, useTitle, useWorkspace, Waiting } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { useInvitations, usePeople } from '../data/admin-queries.ts'
import { fitsText } from '../data/fits-text.ts'
import { QuickSearch } from '../parts/quick-search.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleCards, PeopleTable } from './people-table.tsx'
import { PersonPanel } from './person-panel.tsx'
import classes from '../parts/admin.module.css'

export type PeopleView = 'active' | 'invited' | 'inactive'

interface PeopleScreenProps {
  readonly view: PeopleView
  /** What is searched for. */
  readonly text: string
  readonly openId: string | undefined
  readonly onView: (view: PeopleView) => void
  readonly onText: (text: string) => void
  readonly onOpen: (id: string | undefined) => void
  /** The page is now seen by somebody else's eyes and has to start anew. */
  readonly onLookAs: () => void
}

/** Everybody of the workspace: who may do what, who was invited, who has left. */
export function PeopleScreen(props: PeopleScreenProps) {
  const { view, text, openId, onView, onText, onOpen, onLookAs } = props
  const { t } = useTranslation()
  useTitle(t('admin.people'))
  const mayInvite = useWorkspace().model.me.capabilities.includes('manageUsers')
  const people = usePeople()
  const [isInviting, { open: invite, close: endInviting }] = useDisclosure(false)
  const { people: all, attributes } = people.data ?? nobody
  return (
    <div className={classes['screen']}>
      <section className={classes['list']} aria-labelledby="people-title">
        <header className={classes['head']}>
          <h1 id="people-title">{t('admin.people')}</h1>
          <div className={classes['spring']} />
          {mayInvite ? (
            <Button leftSection={<IconUserPlus size={14} />} onClick={invite}>
              {t('people.invite')}
            </Button>
          ) : null}
        </header>
        <div className={classes['bar']}>
          <ViewTabs people={people.data?.people} view={view} mayInvite={mayInvite} onView={onView} />
          <QuickSearch label={t('people.search')} value={text} onChange={onText} />
        </div>
        <div className={classes['scroll']}>
          {people.isPending ? <Waiting /> : null}
          {people.isError ? <ErrorState error={people.error} onRetry={() => void people.refetch()} /> : null}
          {people.isSuccess ? (
            <Shown people={all} mayInvite={mayInvite} {...{ view, text, openId, onOpen, onText }} />
          ) : null}
        </div>
      </section>
      {openId === undefined ? null : (
        <PersonPanel
          key={openId}
          id={openId}
          attributes={attributes}
          people={all}
          onClose={() => onOpen(undefined)}
          onLookAs={onLookAs}
        />
      )}
      {isInviting ? <InviteDialog attributes={attributes} onClose={endInviting} /> : null}
    </div>
  )
}

const nobody: People = { people: [], attributes: [] }

const isHere = ({ isActive, isInvited }: Person): boolean => isActive && !isInvited

const isGone = ({ isActive }: Person): boolean => !isActive

const titles = { active: 'people.active', invited: 'people.invited', inactive: 'people.inactive' } as const

interface ViewTabsProps extends Pick<PeopleScreenProps, 'view' | 'onView'> {
  readonly people: readonly Person[] | undefined
  readonly mayInvite: boolean
}

function ViewTabs({ people, view, mayInvite, onView }: ViewTabsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: invitations } = useInvitations(mayInvite)
  const counts: Readonly<Record<PeopleView, number | undefined>> = {
    active: people?.filter(isHere).length,
    invited: invitations?.length,
    inactive: people?.filter(isGone).length,
  }
  const views = (['active', 'invited', 'inactive'] as const).filter((each) => mayInvite || each !== 'invited')
  return (
    <nav className={classes['views']} aria-label={t('people.views')}>
      {views.map((each) => (
        <UnstyledButton
          key={each}
          className={classes['view']}
          aria-current={each === view ? 'page' : undefined}
          onClick={() => onView(each)}
        >
          {t(titles[each])}{' '}
          {counts[each] === undefined ? null : <span className="dimmed numeric">{format.number(counts[each])}</span>}
        </UnstyledButton>
      ))}
    </nav>
  )
}

type ListProps = Pick<PeopleScreenProps, 'view' | 'text' | 'openId' | 'onOpen' | 'onText'>

interface ShownProps extends ListProps {
  readonly people: readonly Person[]
  readonly mayInvite: boolean
}

function Shown({ people, mayInvite, ...list }: ShownProps) {
  if (list.view === 'invited' && mayInvite) return <InvitationList {...list} />
  return <Found people={people.filter(list.view === 'inactive' ? isGone : isHere)} {...list} />
}

interface FoundProps extends ListProps {
  readonly people: readonly Person[]
}

function Found({ people, view, text, openId, onOpen, onText }: FoundProps) {
  const { t } = useTranslation()
  const isPhone = usePhone()
  const found = people.filter(({ name, email }) => fitsText(text, name, email))
  if (found.length === 0 && text.trim() === '' && view === 'inactive')
    return <EmptyState icon="users" title={t('people.nobodyInactive')} />
  if (found.length === 0)
    return (
      <EmptyState
        icon="search"
        title={t('people.nothingFits')}
        action={
          <Button variant="default" onClick={() => onText('')}>
            {t('people.showAll')}
          </Button>
        }
      />
    )
  const Rows = isPhone ? PeopleCards : PeopleTable
  return <Rows people={found} openId={openId} onOpen={onOpen} />
}
