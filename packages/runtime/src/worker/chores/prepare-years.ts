import { prepareWorkspaces } from '../../storage/create-workspace.ts'
import type { Chore } from '../chore.ts'

/** Makes the ledger's partitions of years to come, for servers that run through New Year's Eve. */
export const prepareYears: Chore = {
  name: 'prepare-years',
  every: 24 * 60,
  run: async ({ pool, now }) => {
    await prepareWorkspaces(pool, now())
  },
}
