import type { JsonObject } from '@telar/metadata'
import type { WireRecord } from '../storage/record-reader.ts'
import type { Caller } from './caller.ts'
import { createRecord } from './create-record.ts'
import { deleteRecord } from './delete-record.ts'
import { restoreRecord } from './restore-record.ts'
import { updateRecord } from './update-record.ts'
import { upsertRecord } from './upsert-record.ts'

/** One change of a batch. */
export type BatchItem =
  | { readonly op: 'create'; readonly data: JsonObject }
  | { readonly op: 'update'; readonly id: string; readonly version: number | 'any'; readonly data: JsonObject }
  | { readonly op: 'upsert'; readonly by: readonly string[]; readonly data: JsonObject }
  | { readonly op: 'delete'; readonly id: string; readonly version: number | 'any' }
  | { readonly op: 'restore'; readonly id: string }

export type BatchOp = BatchItem['op']

/** What became of an item; a deleted record is not shown any more. */
export type ItemDone =
  | { readonly did: 'created' | 'updated' | 'restored'; readonly record: WireRecord }
  | { readonly did: 'deleted'; readonly id: string }

export const performItem = async (caller: Caller, module: string, item: BatchItem): Promise<ItemDone> => {
  switch (item.op) {
    case 'create':
      return { did: 'created', record: await createRecord(caller, { module, data: item.data }) }
    case 'update':
      return { did: 'updated', record: await updateRecord(caller, { module, ...item }) }
    case 'upsert': {
      const { record, isNew } = await upsertRecord(caller, { module, ...item })
      return { did: isNew ? 'created' : 'updated', record }
    }
    case 'delete':
      await deleteRecord(caller, { module, ...item })
      return { did: 'deleted', id: item.id }
    case 'restore':
      return { did: 'restored', record: await restoreRecord(caller, { module, id: item.id }) }
  }
}

/** Creations and changes of different records do not touch each other; everything else waits for what was said before. */
export const laneOf = (item: BatchItem): string => {
  if (item.op === 'create') return 'new'
  return item.op === 'update' ? item.id.toLowerCase() : 'alone'
}
