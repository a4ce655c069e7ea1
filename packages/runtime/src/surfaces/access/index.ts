import { actions, type Language, type Reason } from '@telar/metadata'
import { answerWho, answerWhy } from '../../access/answer-why.ts'
import type { Explanation } from '../../access/explain-access.ts'
import { recordRights } from '../../access/record-rights.ts'
import { problemIssue } from '../../http/problem.ts'
import { knownOnly, oneOf } from '../../http/query-parameters.ts'
import { defineSurface } from '../surface.ts'

/** Why somebody may or may not do something, and who may see a record: told by the code that enforces it. */
export const access = defineSurface({
  name: 'access',
  scope: 'workspace',
  path: '/access',
  routes: (app) => {
    app.get('/explain', async (context) => {
      knownOnly(Object.keys(context.req.query()), ['user', 'module', 'action', 'record', 'field'])
      const { perform, language } = context.var.request
      const query = (name: string) => context.req.query(name) || undefined
      const why = await perform((caller) =>
        answerWhy(caller, {
          user: query('user'),
          module: query('module') ?? '',
          action: query('action') ?? 'read',
          record: query('record'),
          field: query('field'),
        }),
      )
      return context.json({ user: why.user, ...told(why, language) })
    })
    app.get('/rights', async (context) => {
      knownOnly(Object.keys(context.req.query()), ['module', 'record'])
      const { module = '', record = '' } = context.req.query()
      return context.json(await context.var.request.perform((caller) => recordRights(caller, module, record)))
    })
    app.get('/who', async (context) => {
      knownOnly(Object.keys(context.req.query()), ['module', 'record', 'action'])
      const { perform, language } = context.var.request
      const request = {
        module: context.req.query('module') ?? '',
        record: context.req.query('record') ?? '',
        action: oneOf('action', context.req.query('action'), actions),
      }
      const { people, more } = await perform((caller) => answerWho(caller, request))
      return context.json({
        people: people.map(({ explanation, ...person }) => ({
          ...person,
          because: told(explanation, language).because.filter(({ allows }) => allows),
        })),
        more,
      })
    })
  },
})

/** Reasons in the reader's language. */
const told = ({ allowed, needs, reasons, because }: Explanation, language: Language) => ({
  allowed,
  needs: needs ?? null,
  because: [
    ...because.map((issue) => ({
      role: null,
      title: null,
      through: [],
      scope: null,
      allows: allowed,
      text: problemIssue(issue, language).message,
    })),
    ...reasons.map((reason: Reason) => ({
      role: reason.role,
      title: reason.title,
      through: reason.through,
      scope: reason.scope,
      allows: reason.allows,
      text: problemIssue(reason.because, language).message,
    })),
  ],
})
