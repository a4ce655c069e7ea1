import { dropLooseFiles } from '../../storage/file-rows.ts'
import type { Chore } from '../chore.ts'

/** Hours that a file may wait for a record to hold it. */
const patience = 24

/** Takes away files that no record holds. */
export const collectFiles: Chore = {
  name: 'collect-files',
  every: 60,
  run: async ({ pool, snapshots, files }) => {
    for (const { schema } of snapshots.workspaces()) {
      for (;;) {
        const gone = await dropLooseFiles(pool, schema, patience)
        if (gone.length === 0) break
        await files.remove(schema, gone)
      }
    }
  },
}
