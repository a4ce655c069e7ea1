import { useQuery } from '@tanstack/react-query'
import type { SignInMethods } from '@telar/client'
import { client } from '../app/client.ts'

/** The ways into this server; until it has answered, the password alone. */
export const useMethods = (): SignInMethods => {
  const methods = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: () => client.auth.methods(),
    staleTime: Infinity,
  })
  return methods.data ?? { oidc: null, mail: true }
}
