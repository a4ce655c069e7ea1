import type { Auth } from './auth.ts'
import { cookieOf } from './credentials.ts'

/** Who has given a right password and still owes the second factor; for the audit only, the signature is not checked here. */
export const pendingUser = async (auth: Auth, headers: Headers): Promise<string | undefined> => {
  const { createAuthCookie, internalAdapter } = await (await auth.engine()).$context
  const [identifier] = (cookieOf(headers, createAuthCookie('two_factor').name) ?? '').split('.')
  if (identifier === undefined || !/^2fa-[\w-]+$/.test(identifier)) return undefined
  return (await internalAdapter.findVerificationValue(identifier))?.value
}
