import { type Issue, localise, pointerTo, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import { inTransaction } from '../operations/in-transaction.ts'
import { requireCurrent } from '../operations/write-guards.ts'
import { writing } from '../operations/writing.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { lockTables, moveRecords } from '../storage/move-records.ts'
import { type Administration, placeOf } from './administration.ts'
import { auditAct } from './change-rights.ts'
import { type Directory, loadDirectory } from './directory.ts'
import { requireCapability } from './require-capability.ts'
import { memberOf } from './update-user.ts'

export interface Reassignment {
  /** Who owns the records now. */
  readonly from: string
  readonly to: string
  /** Names of modules; all whose records have an owner, if it is not said. */
  readonly modules?: readonly string[] | undefined
}

export interface Reassigned {
  readonly records: number
  readonly modules: readonly { readonly module: string; readonly title: string; readonly records: number }[]
}

/** Gives all records that somebody owns to somebody else: all of them or none, each with its line in the history. */
export const reassignRecords = (administration: Administration, request: Reassignment): Promise<Reassigned> => {
  const { access } = administration.caller
  requireCapability(access, 'manageUsers')
  if (request.to === access.principal.id) requireCapability(access, 'manageRoles')
  return inTransaction(administration.caller, async (caller) => {
    const here = { ...administration, caller }
    const directory = await loadDirectory(placeOf(here))
    const from = memberOf({ directory }, request.from)
    const modules = ownedModules(here, request.modules)
    const issues = [...checkReceiver(directory, request), ...modules.issues]
    if (issues.length > 0) throw new TelarError('INVALID', { issues })
    const label = localise(caller.snapshot.model, caller.language)
    await lockTables(
      caller.database,
      modules.found.map((served) => served.writing),
    )
    const moved: Reassigned['modules'][number][] = []
    for (const served of modules.found) {
      const { id, name, plural } = served.module
      const move = { column: 'owner_id', from: request.from, to: request.to, isDeletedToo: false }
      const records = await moveRecords(caller.database, writing(caller, served), move)
      if (records > 0) moved.push({ module: name, title: label(`${id}.plural`, plural), records })
    }
    await requireCurrent(caller)
    const records = moved.reduce((sum, one) => sum + one.records, 0)
    const to = directory.members.get(request.to)
    await auditAct(here, {
      act: 'records-reassigned',
      detail: {
        user: { id: from.id, name: from.name },
        to: { id: request.to, name: to?.name ?? '' },
        records,
        modules: Object.fromEntries(moved.map((one) => [one.module, one.records])),
      },
    })
    return { records, modules: moved }
  })
}

const checkReceiver = ({ members }: Directory, { from, to }: Reassignment): readonly Issue[] => {
  const receiver = members.get(to)
  if (receiver === undefined) return [problem('USER_MISSING', { pointer: '/to' })]
  if (to === from) return [problem('SAME_PERSON', { pointer: '/to' })]
  return receiver.isActive ? [] : [problem('USER_INACTIVE', { pointer: '/to' })]
}

const ownedModules = (
  { caller }: Administration,
  names: readonly string[] | undefined,
): { readonly found: readonly ServedModule[]; readonly issues: readonly Issue[] } => {
  const owned = new Map([...caller.snapshot.modules].filter(([, { module }]) => module.owned))
  if (names === undefined) return { found: [...owned.values()], issues: [] }
  return {
    found: names.flatMap((name) => owned.get(name) ?? []),
    issues: names.flatMap((name, index) =>
      owned.has(name)
        ? []
        : [problem('MODULE_NOT_OWNED', { pointer: pointerTo('modules', index), params: { module: name } })],
    ),
  }
}
