import type { LazyEngine } from './engine.ts'

/** Gives a person a password, the first one or another; who called has checked it. */
export const writePassword = async (load: LazyEngine, userId: string, password: string): Promise<void> => {
  const { internalAdapter, password: passwords } = await (await load()).$context
  const hash = await passwords.hash(password)
  if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash)
  else await internalAdapter.createAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
}
