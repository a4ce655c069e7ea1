import { problem, type Issue } from '@telar/metadata'
import type { authTexts } from './auth-texts.ts'
import { checkPassword } from './password-policy.ts'

/** Who a sign-in is made for. */
export interface Particulars {
  readonly name: string
  readonly email: string
  readonly password: string
}

const nameLength = 200
const emailLength = 254

/** Everything that is wrong with the particulars of a new person, at once. */
export const checkParticulars = (given: Particulars): readonly Issue[] => [
  ...checkIdentity(given),
  ...checkPassword(given.password, given),
]

/** The same for somebody who has no password yet. */
export const checkIdentity = ({ name, email }: Omit<Particulars, 'password'>): readonly Issue[] => [
  ...checkName(name),
  ...(isEmail(email) ? [] : [emailInvalid]),
]

export const checkName = (name: string): readonly Issue[] =>
  checkText('/name', name.trim(), { min: 1, max: nameLength })

const own = (pointer: string, code: keyof typeof authTexts): Issue => problem(code, { pointer })

export const emailTaken = own('/email', 'EMAIL_TAKEN')
export const emailUnknown = own('/email', 'EMAIL_UNKNOWN')
export const passwordWrong = (pointer: string): Issue => own(pointer, 'PASSWORD_WRONG')
export const codeWrong = own('/code', 'CODE_WRONG')
export const emailInvalid = problem('format', { pointer: '/email', params: { format: 'email' } })
export const textWanted = (pointer: string): Issue => problem('type', { pointer, params: { type: 'string' } })

const checkText = (pointer: string, text: string, { min, max }: { readonly min: number; readonly max: number }) => {
  if (text.length < min) return [problem('minLength', { pointer, params: { limit: min } })]
  return text.length > max ? [problem('maxLength', { pointer, params: { limit: max } })] : []
}

/** The addresses that better-auth lets sign in, and no others. */
const emailForm = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/

const isEmail = (text: string): boolean => text.length <= emailLength && emailForm.test(text)
