import { rolesOfKey } from './api-keys.ts'
import { apiKeyPrefix } from './auth-constants.ts'
import { sessionOfCookie } from './current-session.ts'
import type { LazyEngine } from './engine.ts'
import type { Credential, SignIn } from './principal.ts'
import type { Sessions } from './sessions.ts'

interface LookUpOptions {
  readonly engine: LazyEngine
  readonly cookieName: string
  readonly ping: () => Promise<void>
  readonly now: () => number
  readonly sessions: Pick<Sessions, 'touch'>
}

/** Asks better-auth who sends a proof; undefined for a false, old or blocked one, thrown when it cannot be known. */
export const createLookUp =
  (options: LookUpOptions) =>
  async (credential: Credential): Promise<SignIn | undefined> => {
    const found = await (credential.kind === 'key'
      ? ownerOf(credential.key, options)
      : userOf(credential.cookie, options))
    if (found === undefined || isBlocked(found.user, options.now())) return undefined
    return { ...signInOf(found.user), ...(found.keyRoles === undefined ? {} : { keyRoles: found.keyRoles }) }
  }

interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
  readonly banned?: boolean | null | undefined
  readonly banExpires?: Date | null | undefined
}

interface Found {
  readonly user: User
  readonly keyRoles?: readonly string[] | undefined
}

const userOf = async (cookie: string, options: LookUpOptions): Promise<Found | undefined> => {
  const found = await sessionOfCookie(options, cookie)
  if (found === undefined) return undefined
  await options.sessions.touch(found.session)
  return found
}

const keyForm = new RegExp(`^${apiKeyPrefix}[A-Za-z]{64}$`)

const ownerOf = async (key: string, { engine, ping }: LookUpOptions): Promise<Found | undefined> => {
  if (!keyForm.test(key)) return undefined
  const { api, $context } = await engine()
  const { valid, key: known } = await api.verifyApiKey({ body: { key } })
  if (!valid || known === null) {
    // better-auth calls a key wrong, too, when it could not ask the database.
    await ping()
    return undefined
  }
  const { internalAdapter } = await $context
  const user = await internalAdapter.findUserById(known.referenceId)
  return user === null ? undefined : { user, keyRoles: rolesOfKey(known.metadata) }
}

const isBlocked = ({ banned, banExpires }: User, now: number): boolean =>
  banned === true && (banExpires === null || banExpires === undefined || banExpires.getTime() > now)

const signInOf = ({ id, name, email, role }: User): SignIn => ({
  userId: id,
  name,
  email,
  isAdministrator: (role ?? '').split(',').includes('admin'),
})
