import { stringAt } from '@telar/metadata'
import type { Context } from 'hono'
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
    const { users, setup } = services.auth
    app.use(async (context, next) => {
      if (!isLocal(services, context)) throw new TelarError('SIGN_IN_NEEDED')
      context.header('cache-control', 'no-store')
      await next()
    })
    app.get('/', (context) => context.json({ address: services.auth.baseUrl }))
    app.get('/users', async (context) => context.json({ users: await users.list() }))
    app.post('/users', async (context) => {
      const { name, email, password, administrator } = await bodyOf(context)
      const id = await users.create({ name, email, password }, administrator ? 'admin' : 'user')
      return context.json({ id, name: name.trim(), email: email.toLowerCase() }, 201)
    })
    app.post('/users/password', async (context) => {
      const { email, password } = await bodyOf(context)
      await users.setPassword(email, password)
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
    administrator: body['administrator'] === true,
  }
}
