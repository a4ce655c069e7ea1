import { Hono } from 'hono'
import { createPool } from '../database/pool.ts'
import { TelarError } from '../errors.ts'
import { migrateSystem } from '../storage/migrate-system.ts'
import type { AuthEnv } from './client-address.ts'
import { authRoutes, createAuth, csrf, securityHeaders, type Auth, type AuthOptions } from './index.ts'

/** The sign-in of a test with a clock of its own, mounted as a server mounts it, and a browser that calls it. */
export interface TestAuth {
  readonly auth: Auth
  readonly log: readonly string[]
  readonly wait: (milliseconds: number) => void
  readonly call: (path: string, options?: CallOptions) => Promise<Answer>
  /** Signs in, each time from another address, and answers with the cookie to send. */
  readonly signIn: (email: string, password: string) => Promise<string>
}

export interface CallOptions {
  readonly method?: string
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly text?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly address?: string
  /** Without the header that a browser says its page with. */
  readonly isBare?: boolean
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  readonly text: string
}

export const origin = 'http://127.0.0.1:4400'
export const otherOrigin = 'http://localhost:4400'

export const testAuth = (connectionString: string, options: Partial<AuthOptions> = {}): TestAuth => {
  const log: string[] = []
  let ahead = 0
  let visitors = 0
  const made = createAuth({
    connectionString,
    secret: 'a-secret-of-the-tests-that-is-long-enough-8f1c2b',
    baseUrl: origin,
    trustedOrigins: [otherOrigin],
    log: (level, message) => log.push(`${level} ${message}`),
    now: () => Date.now() + ahead,
    ...options,
  })
  const auth: Auth = {
    ...made,
    // As the server starts: the system schema first.
    start: async (administrator) => {
      const pool = createPool(connectionString, { max: 1 })
      await migrateSystem(pool)
      await pool.end()
      return made.start(administrator)
    },
  }
  const app = appOf(auth, log)
  const call: TestAuth['call'] = async (path, given = {}) => {
    const response = await app.request(`${new URL(auth.baseUrl).origin}${path}`, requestOf(auth, given), {
      incoming: { socket: { remoteAddress: given.address ?? '10.0.0.1' } },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) }
  }
  return {
    auth,
    log,
    call,
    wait: (milliseconds) => {
      ahead += milliseconds
    },
    signIn: async (email, password) => {
      const address = `10.7.${visitors >> 8}.${visitors++ & 255}`
      const answer = await call('/api/auth/sign-in/email', { body: { email, password }, address })
      if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`)
      return cookieIn(answer.headers)
    },
  }
}

export const cookieIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes('session_token'))
    ?.split(';')[0] ?? ''

const appOf = (auth: Auth, log: string[]): Hono<AuthEnv> => {
  const app = new Hono<AuthEnv>()
  app.use(securityHeaders({ isHttps: auth.baseUrl.startsWith('https:') }))
  app.onError((error, context) => {
    if (error instanceof TelarError) {
      return context.json({ code: error.code, detail: error.textIn('en'), issues: error.issues }, error.status)
    }
    log.push(`unexpected ${String(error)}`)
    return context.json({ code: 'INTERNAL' }, 500)
  })
  app.route('/', authRoutes(auth))
  app.use(csrf({ trustedOrigins: auth.origins, cookieName: auth.cookieName }))
  app.all('/api/whoami', async (context) => context.json((await auth.signIns.resolve(context.req.raw.headers)) ?? null))
  return app
}

const requestOf = (auth: Auth, given: CallOptions): RequestInit => {
  const body = given.text ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  return {
    method: given.method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(given.isBare === true ? {} : { origin: auth.origins[0] ?? '' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(given.cookie === undefined ? {} : { cookie: given.cookie }),
      ...given.headers,
    },
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
