import { apiKeyPrefix } from './auth-constants.ts'
import type { LazyEngine } from './engine.ts'
import type { Credential, SignIn } from './principal.ts'
import { refusalCode } from './refusal-code.ts'

interface LookUpOptions {
  readonly engine: LazyEngine
  readonly cookieName: string
  readonly ping: () => Promise<void>
  readonly now: () => number
}

/** Asks better-auth who sends a proof; undefined for a false, old or blocked one, thrown when it cannot be known. */
export const createLookUp =
  (options: LookUpOptions) =>
  async (credential: Credential): Promise<SignIn | undefined> => {
    const user = await (credential.kind === 'key'
      ? ownerOf(credential.key, options)
      : userOf(credential.cookie, options))
    return user === undefined || isBlocked(user, options.now()) ? undefined : signInOf(user)
  }

interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role?: string | null | undefined
  readonly banned?: boolean | null | undefined
  readonly banExpires?: Date | null | undefined
}

/** Only this cookie is handed on, so that what is remembered depends on nothing else of the request. */
const userOf = async (cookie: string, { engine, cookieName, ping }: LookUpOptions): Promise<User | undefined> => {
  const { api } = await engine()
  try {
    const session = await api.getSession({
      headers: new Headers({ cookie: `${cookieName}=${cookie}` }),
      // The longer life of a used session is given by GET /api/auth/get-session, which can send the cookie.
      query: { disableRefresh: true },
    })
    return session?.user
  } catch (error) {
    if (refusalCode(error) !== undefined) await ping()
    throw error
  }
}

const keyForm = new RegExp(`^${apiKeyPrefix}[A-Za-z]{64}$`)

const ownerOf = async (key: string, { engine, ping }: LookUpOptions): Promise<User | undefined> => {
  if (!keyForm.test(key)) return undefined
  const { api, $context } = await engine()
  const { valid, key: known } = await api.verifyApiKey({ body: { key } })
  if (!valid || known === null) {
    // better-auth calls a key wrong, too, when it could not ask the database.
    await ping()
    return undefined
  }
  const { internalAdapter } = await $context
  return (await internalAdapter.findUserById(known.referenceId)) ?? undefined
}

const isBlocked = ({ banned, banExpires }: User, now: number): boolean =>
  banned === true && (banExpires === null || banExpires === undefined || banExpires.getTime() > now)

const signInOf = ({ id, name, email, role }: User): SignIn => ({
  userId: id,
  name,
  email,
  isAdministrator: (role ?? '').split(',').includes('admin'),
})
