import { stringAt } from '@telar/metadata'
import { listShares, shareRecord, unshareRecord } from '../../access/record-shares.ts'
import { bodyParts, bodySchema, checkedBody } from '../../http/checked-body.ts'
import { administer } from '../administration.ts'
import { defineSurface } from '../surface.ts'

const share = bodySchema({ user: bodyParts.uuid, team: bodyParts.uuid, level: { enum: ['read', 'write'] } }, ['level'])

/** With whom a record is shared besides what roles say. */
export const shares = defineSurface({
  name: 'shares',
  scope: 'workspace',
  path: '/records/:module/:id/shares',
  routes: (app, services) => {
    app.get('/', async (context) => {
      const record = recordIn(context.req.param())
      return context.json({
        shares: await administer(services, context, (administration) => listShares(administration, record)),
      })
    })
    app.post('/', async (context) => {
      const body = await checkedBody(context, share)
      const record = recordIn(context.req.param())
      const request = {
        user: stringAt(body, 'user'),
        team: stringAt(body, 'team'),
        level: body['level'] === 'write' ? ('write' as const) : ('read' as const),
      }
      const made = await administer(services, context, (administration) => shareRecord(administration, record, request))
      return context.json({ share: made }, 201)
    })
    app.delete('/:share', async (context) => {
      const record = recordIn(context.req.param())
      await administer(services, context, (administration) =>
        unshareRecord(administration, record, context.req.param('share')),
      )
      return context.body(null, 204)
    })
  },
})

const recordIn = (parameters: Readonly<Record<string, string>>) => ({
  module: parameters['module'] ?? '',
  id: parameters['id'] ?? '',
})
