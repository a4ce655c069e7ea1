import { isObject, problem, stringAt, type Issue, type JsonObject } from '@telar/metadata'
import { TelarError, type ErrorCode } from '../errors.ts'
import { passwordLength } from './auth-constants.ts'
import { codeWrong, emailInvalid, passwordWrong } from './particulars.ts'

/** What better-auth refused, in our errors, so that everybody meets one form of refusal. */
export const refusalOf = async (response: Response, path: string): Promise<TelarError | undefined> => {
  const body = await bodyOf(response)
  const code = stringAt(body, 'code') ?? ''
  const issue = code === 'INVALID_PASSWORD' ? passwordWrong(passwordAt(path)) : issues.get(code)
  if (issue !== undefined) return new TelarError('INVALID', { issues: [issue] })
  const known = codes.get(code) ?? byStatus.get(response.status)
  if (known !== undefined) return new TelarError(known)
  if (response.status >= 500) return undefined
  return new TelarError('BAD_PARAMETER', { params: parameterOf(stringAt(body, 'message') ?? code) })
}

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL_OR_PASSWORD'],
  ['BANNED_USER', 'SIGN_IN_BLOCKED'],
  ['INVALID_ORIGIN', 'CSRF'],
  ['MISSING_OR_NULL_ORIGIN', 'CSRF'],
  ['CROSS_SITE_NAVIGATION_LOGIN_BLOCKED', 'CSRF'],
  ['INVALID_TWO_FACTOR_COOKIE', 'SIGN_IN_AGAIN'],
  ['TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 'SIGN_IN_AGAIN'],
  ['TOTP_ALREADY_ENABLED', 'TWO_FACTOR_ON'],
  ['TWO_FACTOR_NOT_ENABLED', 'TWO_FACTOR_OFF'],
  ['TOTP_NOT_ENABLED', 'TWO_FACTOR_OFF'],
  ['BACKUP_CODES_NOT_ENABLED', 'TWO_FACTOR_OFF'],
])

const byStatus: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'SIGN_IN_NEEDED'],
  [404, 'NOT_FOUND'],
  [415, 'UNSUPPORTED_MEDIA'],
])

const newPassword = '/newPassword'

const issues: ReadonlyMap<string, Issue> = new Map([
  ['INVALID_EMAIL', emailInvalid],
  ['INVALID_CODE', codeWrong],
  ['INVALID_BACKUP_CODE', codeWrong],
  ['PASSWORD_TOO_SHORT', problem('minLength', { pointer: newPassword, params: { limit: passwordLength.min } })],
  ['PASSWORD_TOO_LONG', problem('maxLength', { pointer: newPassword, params: { limit: passwordLength.max } })],
])

/** Where a body carries the password that somebody has now. */
const passwordAt = (path: string): string => (path.endsWith('/change-password') ? '/currentPassword' : '/password')

const bodyOf = async (response: Response): Promise<JsonObject> => {
  try {
    const body: unknown = await response.json()
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}

/** `[body.name] Invalid input: …` names its parameter. */
const parameterOf = (message: string): { readonly name: string; readonly reason: string } => {
  const [, name, reason] = /^\[(?:body|query)\.?([^\]]*)\] (.*)$/s.exec(message) ?? []
  return { name: name || 'body', reason: reason ?? message }
}
