import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { listSearch } from '../list/list-search.ts'
import { recordSearch } from '../record/record-search.ts'
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
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' ? { to: search['to'] } : {},
  component: SignInScreen,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } =>
    typeof search['token'] === 'string' || typeof search['token'] === 'number'
      ? { token: String(search['token']) }
      : {},
  component: SetupScreen,
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
  routeTree: root.addChildren([signIn, setup, workspace.addChildren([home, list, record])]),
  basepath: workspaceInAddress(location.pathname).basepath,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
