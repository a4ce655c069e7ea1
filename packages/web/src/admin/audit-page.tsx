import { useNavigate, useSearch } from '@tanstack/react-router'
import { AuditScreen } from '@telar/designer'
import { withoutNothing } from './admin-search.ts'

/** Who did what; the filter stands in the address. */
export function AuditPage() {
  const navigate = useNavigate({ from: '/admin/audit' })
  const { act, actor, from, to } = useSearch({ from: '/workspace/admin/audit' })
  return (
    <AuditScreen
      filter={{ acts: act === undefined ? [] : act.split(','), actor, from, to }}
      onFilter={({ acts, ...others }) =>
        void navigate({ search: withoutNothing({ ...others, act: acts.join(',') }), replace: true })
      }
    />
  )
}
