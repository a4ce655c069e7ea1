import type { Hono } from 'hono'
import {
  ifMatch,
  knownOnly,
  namesParameter,
  textParameter,
  timeParameter,
  wholeNumber,
} from '../../http/query-parameters.ts'
import { readObject } from '../../http/read-body.ts'
import { createRecord } from '../../operations/create-record.ts'
import { deleteRecord } from '../../operations/delete-record.ts'
import { getRecordAsOf } from '../../operations/get-record-as-of.ts'
import { getRecord } from '../../operations/get-record.ts'
import { listRecords } from '../../operations/list-records.ts'
import { recordHistory } from '../../operations/record-history.ts'
import { restoreRecord } from '../../operations/restore-record.ts'
import { updateRecord } from '../../operations/update-record.ts'
import type { WireRecord } from '../../storage/record-reader.ts'
import type { WorkspaceEnv } from '../surface.ts'
import { addressOf, type WorkspaceContext } from './address.ts'
import { listFromBody, listFromQuery } from './list-request.ts'

/** Lists of a module's records. */
export const listRoutes = (app: Hono<WorkspaceEnv>): void => {
  app.get('/:module', async (context) => {
    const request = { ...addressOf(context), ...listFromQuery(context) }
    return context.json(await context.var.request.perform((caller) => listRecords(caller, request)))
  })
  app.post('/:module/query', async (context) => {
    const request = { ...addressOf(context), ...listFromBody(context, await readObject(context)) }
    return context.json(await context.var.request.perform((caller) => listRecords(caller, request)))
  })
}

/** One record: create, read, change, delete, restore, history. */
export const recordRoutes = (app: Hono<WorkspaceEnv>): void => {
  app.post('/:module', async (context) => {
    const data = await readObject(context)
    const record = await context.var.request.perform((caller) =>
      createRecord(caller, { module: addressOf(context).module, data }),
    )
    return context.json(record, 201, etagOf(record))
  })
  app.get('/:module/:id', async (context) => {
    knownOnly(Object.keys(context.req.query()), ['asOf', 'fields'])
    const asOf = timeParameter('asOf', context.req.query('asOf'), context.var.request.principal.timeZone)
    const fields = namesParameter('fields', textParameter(context, 'fields'))
    const request = { ...addressOf(context), ...(fields === undefined ? {} : { fields }) }
    const record = await context.var.request.perform((caller) =>
      asOf === undefined ? getRecord(caller, request) : getRecordAsOf(caller, { ...request, asOf }),
    )
    return context.json(record, 200, etagOf(record))
  })
  app.patch('/:module/:id', async (context) => {
    const version = ifMatch(context)
    const data = await readObject(context)
    const record = await context.var.request.perform((caller) =>
      updateRecord(caller, { ...addressOf(context), data, version }),
    )
    return context.json(record, 200, etagOf(record))
  })
  app.delete('/:module/:id', async (context) => {
    const version = context.req.header('if-match') === undefined ? 'any' : ifMatch(context)
    await context.var.request.perform((caller) => deleteRecord(caller, { ...addressOf(context), version }))
    return context.body(null, 204)
  })
  app.post('/:module/:id/restore', async (context) => {
    const record = await context.var.request.perform((caller) => restoreRecord(caller, addressOf(context)))
    return context.json(record, 200, etagOf(record))
  })
  app.get('/:module/:id/history', async (context) => {
    const request = historyRequest(context)
    return context.json(await context.var.request.perform((caller) => recordHistory(caller, request)))
  })
}

const etagOf = (record: WireRecord) => ({ etag: `"${record.version}"` })

const historyRequest = (context: WorkspaceContext) => {
  knownOnly(Object.keys(context.req.query()), ['limit', 'before'])
  const limit = wholeNumber('limit', context.req.query('limit'), { min: 1, max: 500, otherwise: 50 })
  const before = context.req.query('before')
  const after =
    before === undefined
      ? {}
      : { before: wholeNumber('before', before, { min: 1, max: Number.MAX_SAFE_INTEGER, otherwise: 1 }) }
  return { ...addressOf(context), limit, ...after }
}
