import { isObject, type JsonObject } from '@telar/metadata'
import { Hono, type Context } from 'hono'
import { TelarError } from '../errors.ts'
import { clientHeader } from './auth-constants.ts'
import { refusalOf } from './auth-refusals.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import { currentSession } from './current-session.ts'
import { passages, type Passage, type Passing } from './passages.ts'
import { readBody } from './request-body.ts'
import { addressOf, doerOf, tooMany } from './visit.ts'

/** The paths of better-auth itself; refusals are thrown as `TelarError`. */
export const engineRoutes = (auth: Auth, basePath: string): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  app.all('/*', async (context) => {
    const path = context.req.path.slice(basePath.length)
    const passage = passages.find((known) => known.path === `${context.req.method} ${path}`)
    if (passage === undefined) throw new TelarError('NOT_FOUND')
    const body = context.req.method === 'POST' ? taken(passage, await readBody(context)) : undefined
    return handOn(passage, { auth, context, path: `${basePath}${path}`, body })
  })
  return app
}

interface Call {
  readonly auth: Auth
  readonly context: Context<AuthEnv>
  readonly path: string
  /** Undefined where nothing is sent. */
  readonly body: JsonObject | undefined
}

const taken = ({ takes = [] }: Passage, body: JsonObject): JsonObject =>
  Object.fromEntries(takes.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])))

const handOn = async (passage: Passage, call: Call): Promise<Response> => {
  const { auth, context, path, body } = call
  const session = body === undefined ? undefined : await currentSession(auth, context.req.raw.headers)
  const passing: Passing = { auth, context, body: body ?? {}, by: doerOf(auth, context, session?.user.id), session }
  await passage.before?.(passing)
  const { handler } = await auth.engine()
  const response = await handler(requestFor(call))
  if (!response.ok) {
    const refusal = await refusedBy(response, call)
    await passage.refused?.(passing, refusal)
    throw refusal
  }
  const answer: unknown = await response.json()
  for (const cookie of response.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true })
  await passage.after?.(passing, isObject(answer) ? answer : {})
  if (response.status !== 200) throw new Error(`better-auth answered ${response.status} to ${path}`)
  return context.body(JSON.stringify(answer), 200, { 'content-type': 'application/json' })
}

/**
 * Built on our own address and without a query: what the caller calls us in `Host` counts for nothing, and no path
 * that is open needs a parameter there.
 */
const requestFor = ({ auth, context, path, body }: Call): Request => {
  const { origin } = new URL(auth.baseUrl)
  const headers = new Headers(context.req.raw.headers)
  headers.set(clientHeader, addressOf(auth, context))
  headers.delete('content-length')
  // No other site can add this header, so a caller without a browser's headers is no browser.
  if (!headers.has('origin') && !headers.has('sec-fetch-site') && headers.get('x-telar') === '1')
    headers.set('origin', origin)
  if (body === undefined) return new Request(`${origin}${path}`, { method: context.req.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(`${origin}${path}`, { method: context.req.method, headers, body: JSON.stringify(body) })
}

const lockSeconds = 900

const refusedBy = async (response: Response, { auth, context, path }: Call): Promise<TelarError> => {
  // Too many wrong codes lock the second factor for a quarter of an hour; only the other limit says how long it lasts.
  if (response.status === 429) return tooMany(context, Number(response.headers.get('x-retry-after') ?? lockSeconds))
  const refusal = await refusalOf(response, path)
  if (refusal !== undefined) return refusal
  await auth.ping()
  throw new Error(`better-auth answered ${response.status} to ${path}`)
}
