import type { OidcConfig } from '../config.ts'
import { run } from '../database/pool.ts'
import { raw } from '../database/sql.ts'
import { uuidV7 } from '../ids/uuid-v7.ts'
import type { Mailer } from '../mail/mailer.ts'
import { createAccountCare, type AccountCare } from './account-care.ts'
import { sessionCookieName } from './auth-constants.ts'
import type { AuthLog } from './auth-log.ts'
import { createAuthPool } from './auth-pool.ts'
import { createBackground } from './background.ts'
import type { Engine, LazyEngine } from './engine.ts'
import { createLookUp } from './look-up.ts'
import type { Particulars } from './particulars.ts'
import { createSignIns, type SignIns } from './principal.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSetup, type Setup, type SetupState } from './setup.ts'
import { createSignInAudit, type SignInAudit } from './sign-in-audit.ts'
import { createThrottle, type Throttle } from './throttle.ts'
import { tidySignIn } from './tidy-sign-in.ts'
import { createUsers, type Users } from './users.ts'

export interface AuthOptions {
  readonly connectionString: string
  readonly secret: string
  /** Where browsers reach the server; https makes cookies `Secure`. */
  readonly baseUrl: string
  /** Further origins whose pages may sign in and write, such as `http://localhost:4400` beside `127.0.0.1`. */
  readonly trustedOrigins: readonly string[]
  /** Without one, links are handed over by whoever made them. */
  readonly mailer?: Mailer | undefined
  readonly oidc?: OidcConfig | undefined
  readonly newId?: () => string
  readonly log?: AuthLog
  readonly now?: () => number
}

/** Sign-in: who somebody is. What they may do is decided elsewhere. */
export interface Auth extends AccountCare {
  readonly baseUrl: string
  readonly cookieName: string
  /** Every origin whose pages may write, the own one first. */
  readonly origins: readonly string[]
  readonly engine: LazyEngine
  readonly signIns: SignIns
  readonly users: Users
  readonly setup: Setup
  readonly throttle: Throttle
  readonly sessions: Sessions
  readonly audit: SignInAudit
  /** The identity provider, where one is set. */
  readonly oidc: Pick<OidcConfig, 'name'> | undefined
  /** Whether links go out by mail. */
  readonly canMail: boolean
  /** Work that nobody waits for; `close` does. */
  readonly inBackground: (work: Promise<unknown>) => void
  /** Prepares the tables and the first administrator; before the first request, after the system schema. */
  readonly start: (administrator?: Omit<Particulars, 'name'>) => Promise<SetupState>
  /** Forgets what has ended or is too old to be kept. */
  readonly tidy: () => Promise<void>
  /** Throws what the database says when it cannot be reached. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Makes sign-in; nothing touches the database before `start`. */
export const createAuth = (options: AuthOptions): Auth => {
  const { baseUrl, secret, mailer, newId = uuidV7, log = () => undefined, now = Date.now } = options
  const pool = createAuthPool(options.connectionString, log)
  const ping = async (): Promise<void> => {
    await pool.query('select 1')
  }
  const origins = [...new Set([new URL(baseUrl).origin, ...options.trustedOrigins])]
  const throttle = createThrottle({ now })
  const cookieName = sessionCookieName(baseUrl)
  const onChange = (userId: string | undefined): void => signIns.forget(userId)
  const engine = once(async () => {
    const { createEngine } = await import('./engine.ts')
    const { createOidcProvider } = await import('./oidc-provider.ts')
    const oidc = options.oidc === undefined ? undefined : createOidcProvider({ ...options.oidc, baseUrl, now })
    return createEngine({ pool, throttle, log, baseUrl, secret, trustedOrigins: origins, newId, oidc, onChange })
  })
  const audit = createSignInAudit(pool, secret)
  const sessions = createSessions({ pool, now, onChange })
  const signIns = createSignIns({ cookieName, now, lookUp: createLookUp({ engine, cookieName, ping, now, sessions }) })
  const users = createUsers({ engine, newId, sessions, audit })
  const setup = createSetup(pool, users)
  const background = createBackground(log)
  const parts = { pool, engine, sessions, audit, newId, now, onChange }
  return {
    baseUrl,
    cookieName,
    origins,
    engine,
    signIns,
    users,
    setup,
    throttle,
    sessions,
    audit,
    ping,
    ...createAccountCare({ ...parts, secret, baseUrl, mailer, log }),
    oidc: options.oidc,
    canMail: mailer !== undefined,
    inBackground: background.add,
    start: async (administrator) => {
      const { migrateAuth } = await import('./migrate-auth.ts')
      await migrateAuth(pool, (await engine()).options)
      // Whoever made a person vouches for the address, also where an earlier version did not say so.
      await run(pool, raw('update telar."user" set "emailVerified" = true where not "emailVerified"'))
      await tidySignIn(pool, now())
      return setup.begin(administrator)
    },
    tidy: () => tidySignIn(pool, now()),
    close: async () => {
      await background.settled()
      mailer?.close()
      await pool.end()
    },
  }
}

const once = (make: () => Promise<Engine>): LazyEngine => {
  let made: Promise<Engine> | undefined
  return () => (made ??= make())
}
