import { problem, type Issue } from '@telar/metadata'
import { passwordLength } from './auth-constants.ts'
import type { authTexts } from './auth-texts.ts'

/** Who a sign-in is made for. */
export interface Particulars {
  readonly name: string
  readonly email: string
  readonly password: string
}

const nameLength = 200
const emailLength = 254

/** Everything that is wrong with the particulars of a new person, at once. */
export const checkParticulars = ({ name, email, password }: Particulars): readonly Issue[] => [
  ...checkText('/name', name.trim(), { min: 1, max: nameLength }),
  ...(isEmail(email) ? [] : [emailInvalid]),
  ...checkPassword(password),
]

export const checkPassword = (password: string, pointer = '/password'): readonly Issue[] =>
  checkText(pointer, password, passwordLength)

const own = (pointer: string, code: keyof typeof authTexts): Issue => problem(code, { pointer })

export const emailTaken = own('/email', 'EMAIL_TAKEN')
export const emailUnknown = own('/email', 'EMAIL_UNKNOWN')
export const passwordWrong = own('/currentPassword', 'PASSWORD_WRONG')
export const emailInvalid = problem('format', { pointer: '/email', params: { format: 'email' } })
export const textWanted = (pointer: string): Issue => problem('type', { pointer, params: { type: 'string' } })

const checkText = (pointer: string, text: string, { min, max }: { readonly min: number; readonly max: number }) => {
  if (text.length < min) return [problem('minLength', { pointer, params: { limit: min } })]
  return text.length > max ? [problem('maxLength', { pointer, params: { limit: max } })] : []
}

/** The addresses that better-auth lets sign in, and no others. */
const emailForm = /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/

const isEmail = (text: string): boolean => text.length <= emailLength && emailForm.test(text)
