import type { Issue } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { Engine, LazyEngine } from './engine.ts'
import { checkParticulars, checkPassword, emailTaken, emailUnknown, type Particulars } from './particulars.ts'

/** Changes to sign-ins that need no signed-in person: the first start and the command line. */
export interface Users {
  /** Everybody who can sign in or could, the oldest first. */
  readonly list: () => Promise<readonly User[]>
  /** Makes a person who can sign in; answers with the id. */
  readonly create: (particulars: Particulars, role?: Role) => Promise<string>
  /** Gives a new password and ends every session that was opened with the old one. */
  readonly setPassword: (email: string, password: string) => Promise<void>
  /** Shuts a person out at once, sessions and keys included, or lets them in again. */
  readonly setBlocked: (email: string, isBlocked: boolean) => Promise<void>
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
}

export const createUsers = ({ engine: load, newId }: UsersOptions): Users => ({
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
  create: async (particulars, role = 'user') => {
    refuseIf(checkParticulars(particulars))
    const { internalAdapter, password } = await (await load()).$context
    const email = particulars.email.toLowerCase()
    refuseIf((await internalAdapter.findUserByEmail(email)) === null ? [] : [emailTaken])
    const id = newId()
    const user = { id, email, name: particulars.name.trim(), role, emailVerified: false }
    const account = { providerId: 'credential', accountId: id, password: await password.hash(particulars.password) }
    try {
      // The one function of better-auth that writes a person and the password in one transaction.
      await internalAdapter.createOAuthUser(user, account)
    } catch (error) {
      throw isUniqueViolation(error) ? new TelarError('INVALID', { issues: [emailTaken], cause: error }) : error
    }
    return id
  },
  setPassword: async (email, password) => {
    refuseIf(checkPassword(password))
    const engine = await load()
    const context = await engine.$context
    const { id } = await userOf(engine, email)
    const hash = await context.password.hash(password)
    if (await context.internalAdapter.findCredentialAccount(id)) await context.internalAdapter.updatePassword(id, hash)
    else
      await context.internalAdapter.createAccount({
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: hash,
      })
    await context.internalAdapter.deleteUserSessions(id)
  },
  setBlocked: async (email, isBlocked) => {
    const engine = await load()
    const { internalAdapter } = await engine.$context
    const { id } = await userOf(engine, email)
    await internalAdapter.updateUser(id, { banned: isBlocked })
    if (isBlocked) await internalAdapter.deleteUserSessions(id)
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

const userOf = async (engine: Engine, email: string): Promise<{ readonly id: string }> => {
  const { internalAdapter } = await engine.$context
  const found = await internalAdapter.findUserByEmail(email.toLowerCase())
  if (found === null) throw new TelarError('INVALID', { issues: [emailUnknown] })
  return found.user
}

const refuseIf = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
