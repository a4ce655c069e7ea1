import { authorise, type Module, type Principal } from '@telar/metadata'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { LedgerChange } from '../storage/ledger-reader.ts'

/** A change with the module as the current definition knows it. */
export interface VisibleChange {
  readonly change: LedgerChange
  readonly module: Module
}

/**
 * What of the ledger somebody may hear of: changes in modules that he may read. The one place where live changes are
 * cut to rights; a right to some rows only will be asked here too, and until then lets nothing through.
 */
export const visibleChanges = (
  principal: Principal,
  snapshot: Snapshot,
  changes: readonly LedgerChange[],
): readonly VisibleChange[] => {
  const readable = new Map(
    [...snapshot.model.modules.values()]
      .filter((module) => authorise(principal, 'read', module)?.rows.type === 'always')
      .map((module) => [module.id, module]),
  )
  return changes.flatMap((change) => {
    const module = readable.get(change.module)
    return module === undefined ? [] : [{ change, module }]
  })
}
