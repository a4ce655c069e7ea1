import { useInterval } from '@mantine/hooks'
import { useState } from 'react'

/** The present, renewed each minute, so that "2 minutes ago" does not stay that for ever. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useInterval(() => setNow(Date.now()), 60_000, { autoInvoke: true })
  return now
}
