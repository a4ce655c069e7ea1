import { localise } from '@telar/metadata'
import { rows } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { Caller } from '../operations/caller.ts'
import { placeOf } from './administration.ts'
import { admitEverybody, type Directory, loadDirectory } from './directory.ts'
import { requireCapability } from './require-capability.ts'
import { memberOf } from './update-user.ts'
import { userView, type UserView } from './user-view.ts'

/** Everybody of the workspace, for those who manage people or roles. */
export const listUsers = async (caller: Caller): Promise<readonly UserView[]> => {
  const directory = await everybody(caller)
  return [...directory.members.values()].map((member) => userView(onlooker(caller), directory, member))
}

/** One person, with how many records he owns of each module that the caller may see. */
export const getUser = async (caller: Caller, id: string) => {
  const directory = await everybody(caller)
  const user = userView(onlooker(caller), directory, memberOf({ directory }, id))
  return { user, owns: await ownedBy(caller, id) }
}

const onlooker = ({ snapshot, principal }: Caller) => ({ model: snapshot.model, you: principal.id })

const everybody = async (caller: Caller): Promise<Directory> => {
  requireCapability(caller.access, 'manageUsers', 'manageRoles')
  await admitEverybody(placeOf({ caller }), caller.newId)
  return loadDirectory(placeOf({ caller }))
}

const ownedBy = async (caller: Caller, id: string) => {
  const { model, workspace } = caller.snapshot
  const label = localise(model, caller.language)
  const owned = [...model.modules.values()].filter(
    (module) => module.owned && caller.access.may('read', module) !== undefined,
  )
  const counts = await Promise.all(
    owned.map(async (module) => {
      const [found] = await rows(
        caller.database,
        sql`select count(*) from ${ident(workspace.schema, module.table)} where owner_id = ${id}::uuid and deleted_at is null`,
      )
      return { module: module.name, title: label(`${module.id}.plural`, module.plural), records: Number(found?.[0]) }
    }),
  )
  return counts.filter(({ records }) => records > 0)
}
