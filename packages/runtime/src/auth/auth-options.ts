import { apiKey } from '@better-auth/api-key'
import type { BetterAuthOptions } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { admin } from 'better-auth/plugins/admin'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { PostgresDialect } from 'kysely'
import type pg from 'pg'
import {
  apiKeyPrefix,
  clientHeader,
  cookiePrefix,
  keyDays,
  keyNameLength,
  passwordLength,
  systemSchema,
} from './auth-constants.ts'
import { engineLog, type AuthLog } from './auth-log.ts'
import { oidcPlugin, type OidcProvider } from './oidc-provider.ts'
import type { Throttle } from './throttle.ts'

export interface OptionsSources {
  readonly pool: pg.Pool
  readonly secret: string
  readonly baseUrl: string
  readonly trustedOrigins: readonly string[]
  readonly newId: () => string
  readonly throttle: Throttle
  readonly log: AuthLog
  readonly oidc: OidcProvider | undefined
  /** Somebody's sessions, password, keys or state changed; undefined when it is not known whose. */
  readonly onChange: (userId: string | undefined) => void
}

/** How Telar uses better-auth: no open sign-up, its tables in the system schema. */
export const authOptions = (sources: OptionsSources) =>
  ({
    appName: 'Telar',
    baseURL: new URL(sources.baseUrl).origin,
    basePath: '/api/auth',
    secret: sources.secret,
    trustedOrigins: [...sources.trustedOrigins],
    database: {
      dialect: new PostgresDialect({ pool: sources.pool }),
      type: 'postgres',
      schemaName: systemSchema,
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    plugins: [admin(), apiKey(keyOptions), twoFactor({ issuer: 'Telar' }), oidcPlugin(sources.oidc)],
    user: { additionalFields: { language: { type: 'string', required: false, input: false } } },
    session: { additionalFields: { lastUsedAt: { type: 'date', required: false, input: false } } },
    account: { updateAccountOnSignIn: false, storeStateStrategy: 'cookie' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/*': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
        '/get-session': false,
      },
      customStorage: { consume: async (key, rule) => sources.throttle.take(key, rule) },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: sources.baseUrl.startsWith('https:'),
      // Said aloud because better-auth leaves both checks out when NODE_ENV is `test`.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      // Only we set this header; what a caller says about its own address counts for nothing.
      ipAddress: { ipAddressHeaders: [clientHeader] },
      // Our start migrates; the check would read the columns of every workspace on every start.
      database: { generateId: () => sources.newId(), validateSchema: false },
    },
    databaseHooks: hooksFor(sources.onChange),
    hooks: { before: beforeHook, after: afterHook },
    // What is no refusal of better-auth's own is thrown to our error mapping.
    onAPIError: { throw: true },
    logger: { level: 'warn', log: engineLog(sources.log) },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
  }) satisfies BetterAuthOptions

const keyOptions = {
  defaultPrefix: apiKeyPrefix,
  startingCharactersConfig: { charactersLength: 10 },
  rateLimit: { enabled: false },
  enableMetadata: true,
  requireName: true,
  maximumNameLength: keyNameLength,
  keyExpiration: { minExpiresIn: keyDays.min, maxExpiresIn: keyDays.max },
}

const hooksFor = (onChange: OptionsSources['onChange']): BetterAuthOptions['databaseHooks'] => ({
  session: { delete: { after: async (session) => onChange(session.userId) } },
  user: {
    update: { after: async (user) => onChange(textAt(user, 'id')) },
    delete: { after: async (user) => onChange(user.id) },
  },
  account: {
    // Nobody needs the provider's tokens again.
    create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
    update: { after: async (account) => onChange(textAt(account, 'userId')) },
  },
})

const noTokens = { accessToken: null, refreshToken: null, idToken: null }

/** A new password always ends the sessions that were opened with the old one. */
const beforeHook = createAuthMiddleware(async (context) => {
  if (context.path !== '/change-password') return undefined
  return { context: { body: { ...context.body, revokeOtherSessions: true } } }
})

/** Keeps session tokens out of answers: the cookie carries them. */
const afterHook = createAuthMiddleware(async (context) => {
  const { returned } = context.context
  return isPlain(returned) ? context.json(withoutToken(returned)) : undefined
})

/** Against its types, better-auth hands an update of several rows on as their number, and of none as null. */
const textAt = (row: unknown, name: string): string | undefined => {
  const value: unknown = isPlain(row) ? row[name] : undefined
  return typeof value === 'string' ? value : undefined
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const withoutToken = (answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => name !== 'token')
      .map(([name, value]) => [name, name === 'session' && isPlain(value) ? withoutToken(value) : value]),
  )
