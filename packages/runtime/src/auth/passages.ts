import { isObject, stringAt, type JsonObject } from '@telar/metadata'
import type { Context } from 'hono'
import type { Doer } from '../audit/append-audit.ts'
import { TelarError } from '../errors.ts'
import type { Auth } from './auth.ts'
import type { AuthEnv } from './client-address.ts'
import type { CurrentSession } from './current-session.ts'
import { codeWrong } from './particulars.ts'
import { checkPassword } from './password-policy.ts'
import { pendingUser } from './pending-user.ts'
import { refuseIf } from './refuse-if.ts'
import { addressOf, tooMany } from './visit.ts'

/** One call of better-auth from outside. */
export interface Passing {
  readonly auth: Auth
  readonly context: Context<AuthEnv>
  readonly body: JsonObject
  readonly by: Doer
  /** The session before the call. */
  readonly session: CurrentSession | undefined
}

/** A path of better-auth that is reachable from outside, and what we do around it. */
export interface Passage {
  readonly path: string
  /** What of a body is handed on; better-auth knows more than is meant for everybody. */
  readonly takes?: readonly string[]
  /** Refuses by throwing. */
  readonly before?: (passing: Passing) => Promise<void>
  readonly after?: (passing: Passing, answer: JsonObject) => Promise<void>
  readonly refused?: (passing: Passing, refusal: TelarError) => Promise<void>
}

/** What of better-auth is reachable from outside; whatever it brings beside is not, until somebody needs it. */
export const passages: readonly Passage[] = [
  { path: 'GET /get-session' },
  {
    path: 'POST /sign-in/email',
    takes: ['email', 'password', 'rememberMe'],
    before: async (passing) => {
      const permit = await passing.auth.guard.begin(attemptOf(passing))
      if (!permit.isAllowed) throw tooMany(passing.context, permit.seconds)
    },
    after: async (passing, answer) => {
      const { auth, by, context } = passing
      const attempt = attemptOf(passing)
      await auth.guard.succeeded(attempt)
      const mark = auth.devices.mark(attempt.headers, attempt.email)
      if (mark !== undefined) context.header('set-cookie', mark, { append: true })
      if (answer['twoFactorRedirect'] === true) return
      await auth.audit.add('sign-in', { ...by, actor: userIn(answer) }, { way: 'password' })
    },
    refused: async (passing, { code }) => {
      if (code !== 'INVALID_EMAIL_OR_PASSWORD' && code !== 'SIGN_IN_BLOCKED') return
      await passing.auth.audit.failed(attemptOf(passing).email, passing.by, { way: 'password', reason: code })
    },
  },
  {
    path: 'POST /sign-out',
    after: async ({ auth, by, session }) => {
      if (session !== undefined) await auth.audit.add('sign-out', by)
    },
  },
  {
    path: 'POST /change-password',
    takes: ['currentPassword', 'newPassword'],
    before: async ({ session, body }) => {
      const password = body['newPassword']
      if (session !== undefined && typeof password === 'string')
        refuseIf(checkPassword(password, session.user, '/newPassword'))
    },
    after: ({ auth, by }) => auth.audit.add('password-changed', by),
  },
  { path: 'POST /revoke-sessions', after: ({ auth, by }) => auth.audit.add('sessions-ended', by, { which: 'all' }) },
  {
    path: 'POST /revoke-other-sessions',
    after: ({ auth, by }) => auth.audit.add('sessions-ended', by, { which: 'others' }),
  },
  { path: 'POST /two-factor/enable', takes: ['password'] },
  {
    path: 'POST /two-factor/disable',
    takes: ['password'],
    after: ({ auth, by }) => auth.audit.add('two-factor-off', by),
  },
  {
    path: 'POST /two-factor/generate-backup-codes',
    takes: ['password'],
    after: ({ auth, by }) => auth.audit.add('recovery-codes-renewed', by),
  },
  {
    path: 'POST /two-factor/verify-totp',
    takes: ['code', 'trustDevice'],
    before: async ({ auth, context, body, session }) => {
      const user = session?.user.id ?? (await pendingUser(auth, context.req.raw.headers))
      const code = stringAt(body, 'code')
      if (user === undefined || code === undefined) return
      if (!(await auth.guard.isFreshCode(user, code))) refuseIf([codeWrong])
    },
    after: async (passing, answer) => {
      const { auth, by, session } = passing
      if (session === undefined) return secondStep(passing, answer, 'two-factor')
      if (session.user.twoFactorEnabled !== true) await auth.audit.add('two-factor-on', by)
    },
    refused: (passing, refusal) => secondStepRefused(passing, refusal, 'two-factor'),
  },
  {
    path: 'POST /two-factor/verify-backup-code',
    takes: ['code', 'trustDevice'],
    // Who is in already has nothing to prove with it, and would only use it up.
    before: async ({ session }) => {
      if (session !== undefined) throw new TelarError('NOT_FOUND')
    },
    after: (passing, answer) => secondStep(passing, answer, 'recovery-code'),
    refused: (passing, refusal) => secondStepRefused(passing, refusal, 'recovery-code'),
  },
]

const attemptOf = ({ auth, context, body }: Passing) => ({
  email: stringAt(body, 'email') ?? '',
  address: addressOf(auth, context),
  headers: context.req.raw.headers,
})

const userIn = (answer: JsonObject): string | undefined => {
  const { user } = answer
  return isObject(user) ? stringAt(user, 'id') : undefined
}

type SecondWay = 'two-factor' | 'recovery-code'

const secondStep = async ({ auth, by }: Passing, answer: JsonObject, way: SecondWay): Promise<void> =>
  auth.audit.add('sign-in', { ...by, actor: userIn(answer) }, { way })

const secondStepRefused = async ({ auth, by, context, session }: Passing, refusal: TelarError, way: SecondWay) => {
  if (session !== undefined || refusal.code !== 'INVALID') return
  const user = await pendingUser(auth, context.req.raw.headers)
  if (user !== undefined) await auth.audit.add('sign-in-failed', by, { way, reason: 'CODE_WRONG', user })
}
