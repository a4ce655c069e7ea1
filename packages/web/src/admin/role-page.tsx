import { useNavigate, useParams } from '@tanstack/react-router'
import { RoleScreen } from '@telar/designer'

/** The editor of one role. */
export function RolePage() {
  const { role } = useParams({ from: '/workspace/admin/roles/$role' })
  const navigate = useNavigate()
  return (
    <RoleScreen
      name={role}
      onBack={() => void navigate({ to: '/admin/roles' })}
      onOpen={(name) => void navigate({ to: '/admin/roles/$role', params: { role: name } })}
    />
  )
}
