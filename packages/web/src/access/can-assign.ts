import type { ModuleView } from '@telar/metadata'

const assigning = ['ownerId', 'teamId'] as const

/** Whether records can be given to somebody else: they have an owner or a team, and the reader may write one of them. */
export const canAssign = (module: ModuleView, locked: ReadonlySet<string> = new Set()): boolean =>
  module.owned &&
  module.rights.update &&
  assigning.some((name) => module.fields[name]?.right === 'write' && !locked.has(name))
