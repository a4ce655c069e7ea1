import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { PeopleScreen } from '@telar/designer'
import { enter } from '../session/enter.ts'
import { withoutNothing } from './admin-search.ts'

/** People of the workspace; what is open stands in the address. */
export function PeoplePage() {
  const router = useRouter()
  const navigate = useNavigate({ from: '/admin/people' })
  const search = useSearch({ from: '/workspace/admin/people' })
  return (
    <PeopleScreen
      view={search.view ?? 'active'}
      text={search.q ?? ''}
      openId={search.id}
      onView={(view) => void navigate({ search: withoutNothing({ view: view === 'active' ? undefined : view }) })}
      onText={(q) => void navigate({ search: (before) => withoutNothing({ ...before, q }), replace: true })}
      onOpen={(id) => void navigate({ search: (before) => withoutNothing({ ...before, id }) })}
      onLookAs={() => enter(router.buildLocation({ to: '/' }).href)}
    />
  )
}
