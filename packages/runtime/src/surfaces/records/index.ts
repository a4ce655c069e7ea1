import type { Json } from '@telar/metadata'
import type { Context } from 'hono'
import { ifMatch, flag, jsonParameter, namesParameter, oneOf, textParameter, timeParameter, wholeNumber } from '../../http/query-parameters.ts'
import { readObject } from '../../http/read-body.ts'
import { createRecord } from '../../operations/create-record.ts'
import { deleteRecord } from '../../operations/delete-record.ts'
import { getRecord } from '../../operations/get-record.ts'
import { getRecordAsOf } from '../../operations/get-record-as-of.ts'
import { listRecords, type ListRequest } from '../../operations/list-records.ts'
import { recordHistory } from '../../operations/record-history.ts'
import { restoreRecord } from '../../operations/restore-record.ts'
import { updateRecord } from '../../operations/update-record.ts'
import { defineSurface, type WorkspaceEnv } from '../surface.ts'

type WorkspaceContext = Context<WorkspaceEnv>

const module = (context: WorkspaceContext): string => context.req.param('module') ?? ''

const id = (context: WorkspaceContext): string => context.req.param('id') ?? ''

/** Records of every module: list, read, create, change, delete, restore, history. */
export const records = defineSurface({
  name: 'records',
  scope: 'workspace',
  path: '/records',
  routes: (app) => {
    app.get('/:module', async (context) => context.json(await context.var.request.perform((caller) => listRecords(caller, listFromQuery(context)))))
    app.post('/:module/query', async (context) => {
      const body = await readObject(context)
      return context.json(await context.var.request.perform((caller) => listRecords(caller, listRequest(module(context), (name) => body[name]))))
    })
    app.post('/:module', async (context) => {
      const data = await readObject(context)
      const record = await context.var.request.perform((caller) => createRecord(caller, { module: module(context), data }))
      return context.json(record, 201, { etag: `"${record.version}"` })
    })
    app.get('/:module/:id', async (context) => {
      const asOf = timeParameter('asOf', context.req.query('asOf'))
      const fields = namesParameter('fields', textParameter(context, 'fields'))
      const request = { module: module(context), id: id(context), ...(fields === undefined ? {} : { fields }) }
      const record = await context.var.request.perform((caller) => (asOf === undefined ? getRecord(caller, request) : getRecordAsOf(caller, { ...request, asOf })))
      return context.json(record, 200, { etag: `"${record.version}"` })
    })
    app.patch('/:module/:id', async (context) => {
      const version = ifMatch(context)
      const data = await readObject(context)
      const record = await context.var.request.perform((caller) => updateRecord(caller, { module: module(context), id: id(context), data, version }))
      return context.json(record, 200, { etag: `"${record.version}"` })
    })
    app.delete('/:module/:id', async (context) => {
      const version = context.req.header('if-match') === undefined ? 'any' : ifMatch(context)
      await context.var.request.perform((caller) => deleteRecord(caller, { module: module(context), id: id(context), version }))
      return context.body(null, 204)
    })
    app.post('/:module/:id/restore', async (context) =>
      context.json(await context.var.request.perform((caller) => restoreRecord(caller, { module: module(context), id: id(context) }))),
    )
    app.get('/:module/:id/history', async (context) => {
      const limit = wholeNumber('limit', context.req.query('limit'), { min: 1, max: 500, otherwise: 50 })
      const before = textParameter(context, 'before')
      const request = { module: module(context), id: id(context), limit, ...(before === undefined ? {} : { before: String(wholeNumber('before', before, { min: 1, max: 999_999_999, otherwise: 1 })) }) }
      return context.json(await context.var.request.perform((caller) => recordHistory(caller, request)))
    })
  },
})

const listFromQuery = (context: WorkspaceContext): ListRequest =>
  listRequest(module(context), (name) => (name === 'filter' ? jsonParameter(context, name) : textParameter(context, name)))

const listRequest = (name: string, parameter: (name: string) => Json | undefined): ListRequest => {
  const fields = namesParameter('fields', parameter('fields'))
  const asOf = timeParameter('asOf', parameter('asOf'))
  const cursor = parameter('cursor')
  return {
    module: name,
    filter: parameter('filter') ?? null,
    sort: parameter('sort') ?? null,
    limit: wholeNumber('limit', parameter('limit'), { min: 1, max: 500, otherwise: 50 }),
    count: oneOf('count', parameter('count'), ['none', 'estimated', 'exact']),
    deleted: flag('deleted', parameter('deleted')),
    ...(fields === undefined ? {} : { fields }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(typeof cursor === 'string' ? { cursor } : {}),
  }
}
