import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isTelarError } from '@telar/client'

/** No answer, or an answer that says "later": worth trying again by itself. */
const isPassing = (error: unknown): boolean => isTelarError(error) && (error.status === 0 || error.status === 503)

const expired = (error: unknown): void => {
  if (isTelarError(error) && error.status === 401) queryClient.setQueryData(['session'], null)
}

/** A session that ended shows in the first refused call; who is signed in is asked in one place. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: expired }),
  mutationCache: new MutationCache({ onError: expired }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => isPassing(error) && count < 3,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
    },
  },
})
