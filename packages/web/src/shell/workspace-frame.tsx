import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { ErrorState, useWorkspace, Waiting, WorkspaceProvider } from '@telar/ui'
import { Suspense, useEffect, useMemo } from 'react'
import { AccessDialogs } from '../access/access-dialogs.tsx'
import { useLiveConnection } from '../live/use-live.ts'
import { RecordDialogs } from '../record/record-dialogs.tsx'
import { sessionQuery } from '../session/who-is-signed-in.ts'
import { Shell } from './shell.tsx'
import { useWorkspaceData } from './use-workspace-data.ts'

/** Loads the workspace and puts its screens into the shell. */
export function WorkspaceFrame() {
  const router = useRouter()
  const navigation = useMemo(
    () => ({
      href: (module: string, id: string) => router.buildLocation({ to: '/$module/$id', params: { module, id } }).href,
      open: (module: string, id: string) => void router.navigate({ to: '/$module/$id', params: { module, id } }),
    }),
    [router],
  )
  const { workspace, error, retry } = useWorkspaceData(navigation)
  useSignedOut()
  if (workspace === undefined) return error === null ? <Waiting /> : <ErrorState error={error} onRetry={retry} />
  return (
    <WorkspaceProvider value={workspace}>
      <AccessDialogs>
        <RecordDialogs>
          <Live />
          <Shell>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </Shell>
        </RecordDialogs>
      </AccessDialogs>
    </WorkspaceProvider>
  )
}

function Live() {
  useLiveConnection(useWorkspace().client)
  return null
}

/** A session that ended anywhere ends here: back to the sign-in, and then to where one was. */
const useSignedOut = (): void => {
  const router = useRouter()
  const { data: user } = useQuery(sessionQuery)
  useEffect(() => {
    if (user === null) void router.navigate({ to: '/sign-in', search: { to: location.pathname + location.search } })
  }, [user, router])
}
