import { isObject, type JsonObject, stringAt } from '@telar/metadata'
import type { Hono } from 'hono'
import { TelarError } from '../../errors.ts'
import { knownOnly, textParameter } from '../../http/query-parameters.ts'
import { readObject } from '../../http/read-body.ts'
import { addLink } from '../../operations/add-link.ts'
import { listLinked } from '../../operations/list-linked.ts'
import { removeLink } from '../../operations/remove-link.ts'
import type { WorkspaceEnv } from '../surface.ts'
import { addressOf, type WorkspaceContext } from './address.ts'
import { listFromQuery } from './list-request.ts'

/** Records at the other end of a record's links: list, join, part. */
export const linkRoutes = (app: Hono<WorkspaceEnv>): void => {
  app.get('/:module/:id/links/:link', async (context) => {
    const request = { ...addressOf(context), list: listFromQuery(context) }
    return context.json(await context.var.request.perform((caller) => listLinked(caller, request)))
  })
  app.post('/:module/:id/links/:link', async (context) => {
    const body = await readObject(context)
    knownOnly(Object.keys(body), ['id', 'attributes'])
    const request = { ...addressOf(context), to: endIn(body), attributes: attributesIn(body) }
    await context.var.request.perform((caller) => addLink(caller, request))
    return context.body(null, 204)
  })
  app.delete('/:module/:id/links/:link', async (context) => {
    const to = await endToPart(context)
    await context.var.request.perform((caller) => removeLink(caller, { ...addressOf(context), to }))
    return context.body(null, 204)
  })
}

const endIn = (body: JsonObject): string => {
  const id = stringAt(body, 'id')
  if (id === undefined) throw new TelarError('BAD_PARAMETER', { params: { name: 'id', reason: 'uuid' } })
  return id
}

const attributesIn = (body: JsonObject): JsonObject => {
  const attributes = body['attributes'] ?? {}
  if (!isObject(attributes)) throw new TelarError('BAD_PARAMETER', { params: { name: 'attributes', reason: '{…}' } })
  return attributes
}

/** In the address or in the body: some proxies drop the body of a DELETE. */
const endToPart = async (context: WorkspaceContext): Promise<string> => {
  const inAddress = textParameter(context, 'id')
  if (inAddress !== undefined) return inAddress
  const body = await readObject(context)
  knownOnly(Object.keys(body), ['id'])
  return endIn(body)
}
