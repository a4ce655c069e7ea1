import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { auditSearch, peopleSearch, teamsSearch } from '../admin/admin-search.ts'
import { listSearch } from '../list/list-search.ts'
import { recordSearch } from '../record/record-search.ts'
import { linkSearch, signInSearch } from '../session/entry-search.ts'
import { SetupScreen } from '../session/setup-screen.tsx'
import { SignInScreen } from '../session/sign-in-screen.tsx'
import { whoIsSignedIn } from '../session/who-is-signed-in.ts'
import { HomeScreen } from '../shell/home-screen.tsx'
import { WorkspaceFrame } from '../shell/workspace-frame.tsx'
import { BrokenScreen } from '../state/broken-screen.tsx'
import { MissingScreen } from '../state/missing-screen.tsx'
import { workspaceInAddress } from './workspace-address.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingScreen, errorComponent: BrokenScreen })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: SignInScreen,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: linkSearch,
  component: SetupScreen,
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../session/forgot-password-screen.tsx'), 'ForgotPasswordScreen'),
})

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('../session/reset-password-screen.tsx'), 'ResetPasswordScreen'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: linkSearch,
  component: lazyRouteComponent(() => import('../session/invitation-screen.tsx'), 'InvitationScreen'),
})

/** Everything inside a workspace: only for somebody who is signed in. */
const workspace = createRoute({
  getParentRoute: () => root,
  id: 'workspace',
  beforeLoad: async ({ location }) => {
    const who = await whoIsSignedIn()
    // oxlint-disable-next-line only-throw-error -- the router's own way to lead elsewhere
    if (who === 'nobody-yet') throw redirect({ to: '/setup' })
    // oxlint-disable-next-line only-throw-error -- as above
    if (who === 'nobody') throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  },
  component: WorkspaceFrame,
})

const home = createRoute({ getParentRoute: () => workspace, path: '/', component: HomeScreen })

const admin = createRoute({
  getParentRoute: () => workspace,
  path: '/admin',
  component: lazyRouteComponent(() => import('../admin/admin-frame.tsx'), 'AdminFrame'),
})

const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../admin/people-page.tsx'), 'PeoplePage'),
})

const teams = createRoute({
  getParentRoute: () => admin,
  path: '/teams',
  validateSearch: teamsSearch,
  component: lazyRouteComponent(() => import('../admin/teams-page.tsx'), 'TeamsPage'),
})

const roles = createRoute({
  getParentRoute: () => admin,
  path: '/roles',
  component: lazyRouteComponent(() => import('../admin/roles-page.tsx'), 'RolesPage'),
})

const role = createRoute({
  getParentRoute: () => admin,
  path: '/roles/$role',
  component: lazyRouteComponent(() => import('../admin/role-page.tsx'), 'RolePage'),
})

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../admin/audit-page.tsx'), 'AuditPage'),
})

const profile = createRoute({
  getParentRoute: () => workspace,
  path: '/profile',
  component: lazyRouteComponent(() => import('../account/profile-screen.tsx'), 'ProfileScreen'),
})

const list = createRoute({
  getParentRoute: () => workspace,
  path: '/$module',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../list/list-screen.tsx'), 'ListScreen'),
})

const record = createRoute({
  getParentRoute: () => workspace,
  path: '/$module/$id',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../record/record-screen.tsx'), 'RecordScreen'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    forgotPassword,
    resetPassword,
    invitation,
    workspace.addChildren([home, profile, admin.addChildren([people, teams, roles, role, audit]), list, record]),
  ]),
  basepath: workspaceInAddress(location.pathname).basepath,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
