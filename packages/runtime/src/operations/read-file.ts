import { TelarError } from '../errors.ts'
import { findFile, type StoredFile } from '../storage/file-rows.ts'
import { type Caller, enterToRead } from './caller.ts'
import { isUuid, readRecord } from './get-record.ts'

/** A file under the right to read the record that holds it, or its uploader's as long as none does. */
export const readFile = async (caller: Caller, id: string): Promise<StoredFile> => {
  const file = isUuid(id) ? await findFile(caller.database, caller.snapshot.workspace.schema, id) : undefined
  if (file === undefined || !(await isReadable(caller, file))) throw new TelarError('FILE_UNKNOWN')
  return file
}

const isReadable = async (caller: Caller, { holder, createdBy }: StoredFile): Promise<boolean> => {
  if (holder === undefined) return createdBy === caller.principal.id
  const served = [...caller.snapshot.modules.values()].find(({ module }) => module.id === holder.module)
  if (served === undefined) return false
  try {
    await readRecord(enterToRead(caller, served.module.name), { id: holder.record, deleted: true, fields: new Set() })
    return true
  } catch (error) {
    if (error instanceof TelarError && (error.code === 'RECORD_UNKNOWN' || error.code === 'FORBIDDEN')) return false
    throw error
  }
}
