import { languageFrom, stringAt } from '@telar/metadata'
import type { Context } from 'hono'
import { localSignIn } from '../../auth/index.ts'
import { TelarError } from '../../errors.ts'
import { readObject } from '../../http/read-body.ts'
import { isLocal } from '../../http/signed-in.ts'
import { defineSurface } from '../surface.ts'

/** People who sign in, for commands on this machine only: nobody else is let in here, administrators neither. */
export const localUsers = defineSurface({
  name: 'localUsers',
  scope: 'public',
  path: '/api/local',
  routes: (app, services) => {
    const { users, setup, invitations, passwordReset, twoFactor } = services.auth
    const by = { actor: localSignIn.userId }
    app.use(async (context, next) => {
      if (!isLocal(services, context)) throw new TelarError('SIGN_IN_NEEDED')
      context.header('cache-control', 'no-store')
      await next()
    })
    app.get('/', (context) => context.json({ address: services.auth.baseUrl }))
    app.get('/users', async (context) => context.json({ users: await users.list() }))
    app.post('/users', async (context) => {
      const { name, email, password, administrator } = await bodyOf(context)
      const id = await users.create({ name, email, password }, administrator ? 'admin' : 'user', by)
      return context.json({ id, name: name.trim(), email: email.toLowerCase() }, 201)
    })
    app.post('/users/password', async (context) => {
      const { email, password } = await bodyOf(context)
      await users.setPassword(email, password, by)
      return context.body(null, 204)
    })
    app.post('/users/invitation', async (context) => {
      const { name, email, language } = await bodyOf(context)
      return context.json(await invitations.invite({ name, email, language }, by), 201)
    })
    app.post('/users/reset-link', async (context) => {
      const { email } = await bodyOf(context)
      return context.json(await passwordReset.linkFor({ email }, by))
    })
    app.post('/users/two-factor-off', async (context) => {
      const { email } = await bodyOf(context)
      await twoFactor.turnOff({ email }, by)
      return context.body(null, 204)
    })
    app.post('/users/blocked', async (context) => {
      const { email, blocked } = await bodyOf(context)
      await users.setBlocked(email, blocked, by)
      return context.body(null, 204)
    })
    app.post('/setup-token', async (context) => context.json({ token: (await setup.resetToken()) ?? null }))
  },
})

const bodyOf = async (context: Context) => {
  const body = await readObject(context)
  const text = (name: string): string => stringAt(body, name) ?? ''
  return {
    name: text('name'),
    email: text('email'),
    password: text('password'),
    language: languageFrom(text('language')),
    administrator: body['administrator'] === true,
    blocked: body['blocked'] === true,
  }
}
