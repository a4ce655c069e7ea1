import { namesParameter, textParameter, wholeNumber } from '../../http/query-parameters.ts'
import { searchRecords } from '../../operations/search-records.ts'
import { defineSurface } from '../surface.ts'

/** Every record the caller may read, by its words. */
export const search = defineSurface({
  name: 'search',
  scope: 'workspace',
  path: '/search',
  routes: (app) => {
    app.get('/', async (context) => {
      const modules = namesParameter('module', textParameter(context, 'module'))
      const request = {
        q: textParameter(context, 'q') ?? '',
        limit: wholeNumber('limit', context.req.query('limit'), { min: 1, max: 50, otherwise: 20 }),
        ...(modules === undefined ? {} : { modules }),
      }
      return context.json({ hits: await context.var.request.perform((caller) => searchRecords(caller, request)) })
    })
  },
})
