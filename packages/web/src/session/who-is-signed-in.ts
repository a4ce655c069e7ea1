import { client } from '../app/client.ts'
import { queryClient } from '../app/query-client.ts'

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: () => client.auth.session(),
  staleTime: 60_000,
} as const

/** `nobody-yet`: the server has no administrator and waits for the first one. */
export const whoIsSignedIn = async (): Promise<'somebody' | 'nobody' | 'nobody-yet'> => {
  const user = await queryClient.query(sessionQuery).catch(() => undefined)
  // Without an answer the workspace's own screens say what is wrong.
  if (user !== null) return 'somebody'
  const isNeeded = await client.auth.setupNeeded().catch(() => false)
  return isNeeded ? 'nobody-yet' : 'nobody'
}
