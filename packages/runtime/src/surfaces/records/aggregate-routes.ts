import type { Hono } from 'hono'
import { flag, knownOnly, textOf, timeParameter, wholeNumber } from '../../http/query-parameters.ts'
import { readObject } from '../../http/read-body.ts'
import { aggregateRecords } from '../../operations/aggregate/aggregate-records.ts'
import type { WorkspaceEnv } from '../surface.ts'
import { addressOf } from './address.ts'

const parameters = ['groupBy', 'measures', 'each', 'having', 'sort', 'limit', 'filter', 'q', 'asOf', 'deleted']

/** Totals in groups. */
export const aggregateRoutes = (app: Hono<WorkspaceEnv>): void => {
  app.post('/:module/aggregate', async (context) => {
    const body = await readObject(context)
    knownOnly(Object.keys(body), parameters)
    const q = textOf('q', body['q'])
    const asOf = timeParameter('asOf', body['asOf'], context.var.request.principal.timeZone)
    const request = {
      ...addressOf(context),
      body,
      rows: {
        filter: body['filter'] ?? null,
        deleted: flag('deleted', body['deleted']),
        ...(q === undefined ? {} : { q }),
        ...(asOf === undefined ? {} : { asOf }),
      },
      limit: wholeNumber('limit', body['limit'], { min: 1, max: 5000, otherwise: 1000 }),
    }
    return context.json(await context.var.request.perform((caller) => aggregateRecords(caller, request)))
  })
}
