import { useNavigate } from '@tanstack/react-router'
import { RolesScreen } from '@telar/designer'

/** All roles. */
export function RolesPage() {
  const navigate = useNavigate()
  return <RolesScreen onOpen={(role) => void navigate({ to: '/admin/roles/$role', params: { role } })} />
}
