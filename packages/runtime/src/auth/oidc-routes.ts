import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { TelarError, type ErrorCode } from '../errors.ts'
import { clientHeader, oidcId } from './auth-constants.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { cookieOf } from './credentials.ts'
import { sessionOfCookie } from './current-session.ts'
import { readBody } from './request-body.ts'
import { addressOf, doerOf, throttled } from './visit.ts'

const signInPage = '/sign-in'
const perMinute = { window: 60, max: 20 }

/** Signing in through the identity provider: there, and back again. */
export const oidcRoutes = (auth: Auth): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  const there: MiddlewareHandler<AuthEnv> = async (context, next) => {
    if (auth.oidc === undefined) throw new TelarError('NOT_FOUND')
    throttled(auth, context, { name: 'oidc', ...perMinute })
    await next()
  }
  app.post(`/sign-in/${oidcId}`, there, async (context) => {
    const { returnTo } = await readBody(context)
    const { api } = await auth.engine()
    const { headers, response } = await api.signInSocial({
      body: {
        provider: oidcId,
        callbackURL: `${auth.baseUrl}${ownPath(returnTo)}`,
        errorCallbackURL: `${auth.baseUrl}${signInPage}`,
        disableRedirect: true,
      },
      headers: ownHeaders(auth, context),
      returnHeaders: true,
    })
    for (const cookie of headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
    return context.json({ url: response.url ?? '' })
  })
  app.get(`/callback/${oidcId}`, there, async (context) => {
    const query = new URLSearchParams()
    for (const name of ['code', 'state', 'error', 'iss']) {
      const value = context.req.query(name)
      if (value !== undefined) query.set(name, value)
    }
    const { handler } = await auth.engine()
    const response = await handler(
      new Request(`${new URL(auth.baseUrl).origin}/api/auth/callback/${oidcId}?${query.toString()}`, {
        headers: ownHeaders(auth, context),
      }),
    )
    return arrive(auth, context, response)
  })
  return app
}

/** A page of this server; whatever else is asked for is the first page. */
const ownPath = (wanted: unknown): string =>
  typeof wanted === 'string' && wanted.length < 2000 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) ? wanted : '/'

const ownHeaders = (auth: Auth, context: Context<AuthEnv>): Headers =>
  new Headers({
    cookie: context.req.header('cookie') ?? '',
    'user-agent': context.req.header('user-agent') ?? '',
    [clientHeader]: addressOf(auth, context),
  })

/** Somebody comes back from the provider: signed in, or with the reason why not. */
const arrive = async (auth: Auth, context: Context<AuthEnv>, response: Response): Promise<Response> => {
  const cookies = response.headers.getSetCookie()
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
  const target = URL.parse(response.headers.get('location') ?? '')
  const reason = target?.searchParams.get('error')
  const pair = cookieOf(
    new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join(';') }),
    auth.cookieName,
  )
  const signedIn = pair === undefined || pair === '' ? undefined : await sessionOfCookie(auth, pair)
  if (signedIn === undefined || target === null) {
    const problem = problems.get(reason ?? '') ?? 'OIDC_FAILED'
    await auth.audit.add('sign-in-failed', doerOf(auth, context), { way: 'oidc', reason: problem })
    return context.redirect(`${auth.baseUrl}${signInPage}?problem=${problem}`)
  }
  await auth.links.drop('invitation', signedIn.user.id)
  await auth.audit.add('sign-in', doerOf(auth, context, signedIn.user.id), { way: 'oidc' })
  return context.redirect(target.href)
}

/** What better-auth says in its own words. */
const problems: ReadonlyMap<string, ErrorCode> = new Map([
  ['signup_disabled', 'OIDC_UNKNOWN_PERSON'],
  ['account_not_linked', 'OIDC_EMAIL_UNVERIFIED'],
  ['email_not_found', 'OIDC_EMAIL_UNVERIFIED'],
  ['BANNED_USER', 'SIGN_IN_BLOCKED'],
])
