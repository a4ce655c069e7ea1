import { useMediaQuery } from '@mantine/hooks'

/** Too narrow for a table beside a sidebar. */
export const usePhone = (): boolean =>
  useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false }) === true
