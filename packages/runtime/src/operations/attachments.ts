import { run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import type { ServedModule } from '../snapshot/snapshot.ts'
import { filesOf, findFile, holdFile, releaseFile, type StoredFile } from '../storage/file-rows.ts'
import { type Caller, enter, enterToRead } from './caller.ts'
import { type FileView, fileView } from './file-view.ts'
import { isUuid, readRecord } from './get-record.ts'
import { requireGranted } from './granted-records.ts'
import { inTransaction } from './in-transaction.ts'

export interface AttachmentRequest {
  readonly module: string
  readonly id: string
  readonly file: string
}

/** The files of a record, under the right to read it. */
export const listAttachments = async (
  caller: Caller,
  request: Omit<AttachmentRequest, 'file'>,
): Promise<readonly FileView[]> => {
  await readRecord(enterToRead(caller, request.module), { id: request.id, deleted: true, fields: new Set() })
  return (await filesOf(caller.database, caller.snapshot.workspace.schema, request.id)).map(fileView)
}

/** Gives a file that the caller uploaded to a record that he may change; from then on it has the record's rights. */
export const attachFile = (caller: Caller, request: AttachmentRequest): Promise<FileView> =>
  inTransaction(caller, async (inside) => {
    const entered = enter(inside, 'update', request.module)
    const { served } = entered
    await requireGranted(entered, request.id)
    const { schema } = inside.snapshot.workspace
    if (!isUuid(request.file)) throw new TelarError('FILE_UNKNOWN')
    const holder = { module: served.module.id, record: request.id }
    const held = await holdFile(inside.database, schema, { id: request.file, actor: inside.principal.id, ...holder })
    if (held !== undefined) {
      await record(inside, served, { op: 'attach', id: request.id, file: held })
      return fileView(held)
    }
    const known = await findFile(inside.database, schema, request.file)
    if (known?.holder?.record === request.id) return fileView(known)
    throw new TelarError(
      known?.holder !== undefined && known.createdBy === inside.principal.id ? 'FILE_HELD' : 'FILE_UNKNOWN',
    )
  })

/** Takes a file from its record; nobody but its uploader sees it then, and after a day it is gone. */
export const detachFile = (caller: Caller, request: AttachmentRequest): Promise<void> =>
  inTransaction(caller, async (inside) => {
    const entered = enter(inside, 'update', request.module)
    const { served } = entered
    await requireGranted(entered, request.id)
    if (!isUuid(request.file)) throw new TelarError('FILE_UNKNOWN')
    const released = await releaseFile(inside.database, inside.snapshot.workspace.schema, {
      id: request.file,
      record: request.id,
    })
    if (released === undefined) throw new TelarError('FILE_UNKNOWN')
    await record(inside, served, { op: 'detach', id: request.id, file: released })
  })

/** Told in the record's history, without a new version of it. */
const record = async (
  caller: Caller,
  served: ServedModule,
  { op, id, file }: { readonly op: 'attach' | 'detach'; readonly id: string; readonly file: StoredFile },
): Promise<void> => {
  const { name, type, size } = file
  await run(
    caller.database,
    sql`insert into ${ident(caller.snapshot.workspace.schema, 'ledger')} (at, module, record, version, op, actor, source, operation, detail)
        values (coalesce(${caller.at}::timestamptz, clock_timestamp()), ${served.module.id}, ${id}::uuid, 0, ${op}, ${caller.principal.id}::uuid, ${caller.source},
          ${caller.operation}::uuid, ${JSON.stringify({ file: file.id, name, type, size })}::jsonb)`,
  )
}
