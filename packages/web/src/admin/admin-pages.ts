import type { Capability } from '@telar/metadata'

/** A page of the administration; any one of the capabilities opens it. A new page is one line here and one route. */
export interface AdminPage {
  readonly to: '/admin/people' | '/admin/teams' | '/admin/roles' | '/admin/audit'
  readonly title: 'admin.people' | 'admin.teams' | 'roles.title' | 'admin.audit'
  readonly icon: string
  readonly needs: readonly Capability[]
}

export const adminPages: readonly AdminPage[] = [
  { to: '/admin/people', title: 'admin.people', icon: 'users', needs: ['manageUsers', 'manageRoles'] },
  { to: '/admin/teams', title: 'admin.teams', icon: 'hierarchy', needs: ['manageUsers', 'manageRoles'] },
  { to: '/admin/roles', title: 'roles.title', icon: 'lock-access', needs: ['manageRoles'] },
  { to: '/admin/audit', title: 'admin.audit', icon: 'history', needs: ['viewAudit'] },
]

/** The pages that somebody with these capabilities may open. */
export const adminPagesFor = (capabilities: readonly Capability[]): readonly AdminPage[] =>
  adminPages.filter(({ needs }) => needs.some((capability) => capabilities.includes(capability)))
