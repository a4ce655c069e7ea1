import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/** The secret of a link: taken out of the address at once, so that no history keeps it and nobody reads it there. */
export const useLinkToken = (token: string | undefined): string | undefined => {
  const router = useRouter()
  const [kept] = useState(token)
  useEffect(() => {
    if (token !== undefined) router.history.replace(location.pathname)
  }, [token, router])
  return kept
}
