import { createHash } from 'node:crypto'
import type { Access } from '@telar/metadata'
import { contentTypeOf, headLength } from '../files/content-type.ts'
import { fileName } from '../files/file-name.ts'
import type { FileStore } from '../files/file-store.ts'
import { type ReceivedFile, tooLarge } from '../files/receive-file.ts'
import { beginFile, completeFile, forgetFiles } from '../storage/file-rows.ts'
import { type Caller, forbidden } from './caller.ts'
import { type FileView, fileView } from './file-view.ts'

/** Bytes of one file, until fields have limits of their own. */
export const fileLimit = 25 * 1024 * 1024

/** Refuses, before a byte of it is kept, the file of somebody who may change no record that could hold it. */
export const requireAttaching = (access: Access): void => {
  const writes = (['update', 'create'] as const).some((action) =>
    [...access.visible.modules.values()].some((module) => access.may(action, module) !== undefined),
  )
  if (!writes) throw forbidden('NO_RECORD_TO_ATTACH_TO', {})
}

/** Keeps a file as it arrives. It is its uploader's alone until a record holds it, and goes after a day if none does. */
export const uploadFile = async (caller: Caller, store: FileStore, file: ReceivedFile): Promise<FileView> => {
  const { schema } = caller.snapshot.workspace
  const id = caller.newId()
  const measured = measure(file.content)
  await beginFile(caller.database, schema, {
    id,
    name: fileName(file.name),
    type: 'application/octet-stream',
    createdBy: caller.principal.id,
  })
  try {
    await store.write({ schema, id }, measured.content)
    const { size, sha256, head } = measured.result()
    const stored = await completeFile(caller.database, schema, {
      id,
      size,
      sha256,
      type: contentTypeOf(head, file.type),
    })
    if (stored === undefined) throw new Error(`the file ${id} was gone before it had arrived`)
    return fileView(stored)
  } catch (error) {
    // What cannot be taken away now is collected later.
    await store
      .remove(schema, [id])
      .then(() => forgetFiles(caller.database, schema, [id]))
      .catch(() => undefined)
    throw error
  }
}

interface Measured {
  readonly content: AsyncIterable<Uint8Array>
  /** After all of it went by. */
  readonly result: () => { readonly size: number; readonly sha256: string; readonly head: Uint8Array }
}

/** Counts and sums what goes by, and breaks off what is too large. */
const measure = (content: AsyncIterable<Uint8Array>): Measured => {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  async function* pass(): AsyncIterable<Uint8Array> {
    for await (const part of content) {
      size += part.length
      if (size > fileLimit) throw tooLarge(fileLimit)
      hash.update(part)
      if (head.length < headLength) head = Buffer.concat([head, part.subarray(0, headLength - head.length)])
      yield part
    }
  }
  return { content: pass(), result: () => ({ size, sha256: hash.digest('hex'), head }) }
}
