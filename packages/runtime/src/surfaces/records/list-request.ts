import type { Json, JsonObject } from '@telar/metadata'
import {
  flag,
  jsonParameter,
  knownOnly,
  namesParameter,
  oneOf,
  textOf,
  textParameter,
  timeParameter,
  wholeNumber,
} from '../../http/query-parameters.ts'
import type { ListRequest } from '../../operations/list-records.ts'
import type { WorkspaceContext } from './address.ts'

const parameters = ['filter', 'q', 'sort', 'fields', 'limit', 'cursor', 'count', 'asOf', 'deleted'] as const

type ListQuery = Omit<ListRequest, 'module'>

/** What a list is asked for in the address. */
export const listFromQuery = (context: WorkspaceContext): ListQuery => {
  knownOnly(Object.keys(context.req.query()), parameters)
  return listQuery(context, (name) => (name === 'filter' ? jsonParameter(context, name) : textParameter(context, name)))
}

/** The same in a body. */
export const listFromBody = (context: WorkspaceContext, body: JsonObject): ListQuery => {
  knownOnly(Object.keys(body), parameters)
  return listQuery(context, (name) => body[name])
}

const listQuery = (
  context: WorkspaceContext,
  parameter: (name: (typeof parameters)[number]) => Json | undefined,
): ListQuery => {
  const { timeZone } = context.var.request.principal
  const fields = namesParameter('fields', parameter('fields'))
  const asOf = timeParameter('asOf', parameter('asOf'), timeZone)
  const cursor = textOf('cursor', parameter('cursor'))
  const q = textOf('q', parameter('q'))
  return {
    filter: parameter('filter') ?? null,
    sort: parameter('sort') ?? null,
    limit: wholeNumber('limit', parameter('limit'), { min: 1, max: 500, otherwise: 50 }),
    count: oneOf('count', parameter('count'), ['none', 'estimated', 'exact']),
    deleted: flag('deleted', parameter('deleted')),
    ...(fields === undefined ? {} : { fields }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(q === undefined ? {} : { q }),
  }
}
