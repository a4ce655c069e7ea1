import { useNavigate, useSearch } from '@tanstack/react-router'
import { TeamsScreen } from '@telar/designer'
import { withoutNothing } from './admin-search.ts'

/** The tree of teams; the open one stands in the address. */
export function TeamsPage() {
  const navigate = useNavigate({ from: '/admin/teams' })
  const { id } = useSearch({ from: '/workspace/admin/teams' })
  return <TeamsScreen openId={id} onOpen={(open) => void navigate({ search: withoutNothing({ id: open }) })} />
}
