export const shortestPassword = 10

/** Whom a password is for. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
}

export interface PasswordRule {
  readonly text: 'auth.rules.length' | 'auth.rules.personal' | 'auth.rules.plain'
  readonly isMet: boolean
}

/**
 * What can be told while somebody writes; the server judges by the same rules and knows the common words besides.
 */
export const passwordRules = (password: string, owner: PasswordOwner): readonly PasswordRule[] => [
  { text: 'auth.rules.length', isMet: password.length >= shortestPassword },
  { text: 'auth.rules.personal', isMet: password !== '' && !isPersonal(password, owner) },
  { text: 'auth.rules.plain', isMet: password !== '' && !isPlain(password) },
]

/** Shorter parts of a name are found in too many words. */
const partLength = 4

const isPersonal = (password: string, { name, email }: PasswordOwner): boolean => {
  const folded = fold(password)
  const [local = ''] = fold(email).split('@')
  const parts = [local, ...local.split(/[^a-z0-9]+/), ...fold(name).split(/[^\p{L}\p{N}]+/u)]
  return parts.some((part) => part.length >= partLength && folded.includes(part))
}

const leastDifferent = 5

const isPlain = (password: string): boolean =>
  new Set(fold(password)).size < leastDifferent || /^[\d\s.,/+-]{1,16}$/.test(password)

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
