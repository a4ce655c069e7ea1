import type { Doer } from '../audit/append-audit.ts'
import { TelarError } from '../errors.ts'
import type { Engine, LazyEngine } from './engine.ts'
import { checkParticulars, emailTaken, emailUnknown, type Particulars } from './particulars.ts'
import { checkPassword } from './password-policy.ts'
import { refuseIf, takenOr } from './refuse-if.ts'
import type { Sessions } from './sessions.ts'
import type { SignInAudit } from './sign-in-audit.ts'
import { writePassword } from './write-password.ts'

/** Changes to sign-ins that need no signed-in person: the first start and the command line. */
export interface Users {
  /** Everybody who can sign in or could, the oldest first. */
  readonly list: () => Promise<readonly User[]>
  /** Makes a person who can sign in; answers with the id. */
  readonly create: (particulars: Particulars, role?: Role, by?: Doer) => Promise<string>
  /** Gives a new password and ends every session that was opened with the old one. */
  readonly setPassword: (email: string, password: string, by?: Doer) => Promise<void>
  /** Shuts a person out at once, sessions and keys included, or lets them in again. */
  readonly setBlocked: (email: string, isBlocked: boolean, by?: Doer) => Promise<void>
}

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isAdministrator: boolean
  readonly isBlocked: boolean
  readonly createdAt: string
}

/** `admin` administers the whole server; what anybody may do in a workspace is said by its own roles. */
export type Role = 'admin' | 'user'

interface UsersOptions {
  readonly engine: LazyEngine
  readonly newId: () => string
  readonly sessions: Sessions
  readonly audit: SignInAudit
}

export const createUsers = ({ engine: load, newId, sessions, audit }: UsersOptions): Users => ({
  list: async () => {
    const { internalAdapter } = await (await load()).$context
    const found: readonly StoredUser[] = await internalAdapter.listUsers(mostUsers, 0, {
      field: 'createdAt',
      direction: 'asc',
    })
    return found.map(({ id, name, email, role, banned, createdAt }) => ({
      id,
      name,
      email,
      isAdministrator: (role ?? '').split(',').includes('admin'),
      isBlocked: banned === true,
      createdAt: createdAt.toISOString(),
    }))
  },
  create: async (particulars, role = 'user', by = {}) => {
    refuseIf(checkParticulars(particulars))
    const { internalAdapter, password } = await (await load()).$context
    const email = particulars.email.toLowerCase()
    refuseIf((await internalAdapter.findUserByEmail(email)) === null ? [] : [emailTaken])
    const id = newId()
    const user = { id, email, name: particulars.name.trim(), role, emailVerified: true }
    const account = { providerId: 'credential', accountId: id, password: await password.hash(particulars.password) }
    // The one function of better-auth that writes a person and the password in one transaction.
    await takenOr(internalAdapter.createOAuthUser(user, account))
    await audit.add('user-made', by, { user: id, email, role })
    return id
  },
  setPassword: async (email, password, by = {}) => {
    const user = await userOf(await load(), email)
    refuseIf(checkPassword(password, user))
    await writePassword(load, user.id, password)
    await sessions.endAll(user.id)
    await audit.add('password-set', by, { user: user.id })
  },
  setBlocked: async (email, isBlocked, by = {}) => {
    const engine = await load()
    const { internalAdapter } = await engine.$context
    const { id } = await userOf(engine, email)
    await internalAdapter.updateUser(id, { banned: isBlocked })
    if (isBlocked) await sessions.endAll(id)
    await audit.add(isBlocked ? 'user-blocked' : 'user-unblocked', by, { user: id })
  },
})

/** More people than a screen of a terminal can show. */
const mostUsers = 10_000

interface StoredUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly createdAt: Date
  readonly role?: string | null
  readonly banned?: boolean | null
}

const userOf = async (engine: Engine, email: string): Promise<StoredUser> => {
  const { internalAdapter } = await engine.$context
  const found = await internalAdapter.findUserByEmail(email.toLowerCase())
  if (found === null) throw new TelarError('INVALID', { issues: [emailUnknown] })
  return found.user
}
