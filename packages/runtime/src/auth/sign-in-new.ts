import type { Context } from 'hono'
import { clientHeader } from './auth-constants.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { addressOf, doerOf } from './visit.ts'

interface NewPerson {
  readonly id: string
  readonly email: string
  readonly password: string
}

/** Signs somebody in who has just chosen a password, and marks the browser as known. */
export const signInNew = async (
  auth: Auth,
  context: Context<AuthEnv>,
  { id, email, password }: NewPerson,
): Promise<void> => {
  const { api } = await auth.engine()
  const headers = new Headers({
    [clientHeader]: addressOf(auth, context),
    'user-agent': context.req.header('user-agent') ?? '',
  })
  const signedIn = await api.signInEmail({ body: { email, password }, headers, asResponse: true })
  for (const cookie of signedIn.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
  const mark = auth.devices.mark(context.req.raw.headers, email)
  if (mark !== undefined) context.header('set-cookie', mark, { append: true })
  if (signedIn.ok) await auth.audit.add('sign-in', doerOf(auth, context, id), { way: 'password' })
}
