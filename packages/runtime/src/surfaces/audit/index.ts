import { listAudit } from '../../access/list-audit.ts'
import { TelarError } from '../../errors.ts'
import { knownOnly, namesParameter, textParameter, timeParameter, wholeNumber } from '../../http/query-parameters.ts'
import { isUuid } from '../../operations/get-record.ts'
import { defineSurface, type WorkspaceContext } from '../surface.ts'

/** What happened around rights and sign-ins. */
export const audit = defineSurface({
  name: 'audit',
  scope: 'workspace',
  path: '/audit',
  routes: (app) => {
    app.get('/', async (context) => {
      const request = requestIn(context)
      return context.json(await context.var.request.perform((caller) => listAudit(caller, request)))
    })
  },
})

const requestIn = (context: WorkspaceContext) => {
  knownOnly(Object.keys(context.req.query()), ['act', 'actor', 'from', 'to', 'before', 'limit'])
  const { timeZone } = context.var.request.principal
  const time = (name: string) => timeParameter(name, context.req.query(name), timeZone)
  const acts = namesParameter('act', textParameter(context, 'act'))
  const actor = textParameter(context, 'actor')
  if (actor !== undefined && !isUuid(actor))
    throw new TelarError('BAD_PARAMETER', { params: { name: 'actor', reason: 'uuid' } })
  const before = context.req.query('before')
  return {
    acts: acts === undefined ? undefined : [...acts],
    actor,
    from: time('from'),
    to: time('to'),
    before:
      before === undefined
        ? undefined
        : wholeNumber('before', before, { min: 1, max: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    limit: wholeNumber('limit', context.req.query('limit'), { min: 1, max: 500, otherwise: 50 }),
  }
}
