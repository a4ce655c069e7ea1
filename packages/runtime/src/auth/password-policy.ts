import { problem, type Issue } from '@telar/metadata'
import { passwordLength } from './auth-constants.ts'
import { commonWords } from './common-words.ts'

/** Whom a password is for. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
}

/** Everything that is wrong with a password, wherever it is set. */
export const checkPassword = (password: string, owner: PasswordOwner, pointer = '/password'): readonly Issue[] => {
  const { min, max } = passwordLength
  if (password.length < min) return [problem('minLength', { pointer, params: { limit: min } })]
  if (password.length > max) return [problem('maxLength', { pointer, params: { limit: max } })]
  return [
    ...(isPersonal(password, owner) ? [problem('PASSWORD_PERSONAL', { pointer })] : []),
    ...(isCommon(password) ? [problem('PASSWORD_COMMON', { pointer })] : []),
  ]
}

/** Shorter parts of a name are found in too many words. */
const partLength = 4

const isPersonal = (password: string, { name, email }: PasswordOwner): boolean => {
  const folded = fold(password)
  const [local = ''] = fold(email).split('@')
  const parts = [local, ...local.split(/[^a-z0-9]+/), ...fold(name).split(/[^\p{L}\p{N}]+/u)]
  return parts.some((part) => part.length >= partLength && folded.includes(part))
}

/** Fewer different characters make a pattern, not a password. */
const leastDifferent = 5

/** Whether it is among the first that anybody would try: known words, rows of keys, digits only, repetitions. */
const isCommon = (password: string): boolean => {
  const folded = fold(password)
  if (new Set(folded).size < leastDifferent) return true
  // A date, a telephone number, a row of digits.
  if (/^[\d\s.,/+-]{1,16}$/.test(folded)) return true
  return [folded, unleet(folded)].some((text) => isOfWords(text.replaceAll(/[^\p{L}]/gu, '')))
}

/** Whether nothing is left when known words are taken away from the left. */
const isOfWords = (letters: string): boolean => {
  if (letters === '') return false
  const reached = new Set([0])
  for (let at = 0; at < letters.length; at++) {
    if (!reached.has(at)) continue
    for (const word of commonWords) if (letters.startsWith(word, at)) reached.add(at + word.length)
  }
  return reached.has(letters.length)
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const leet: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Signs at the end are decoration, signs inside stand for letters. */
const unleet = (text: string): string =>
  text.replace(/[^\p{L}]+$/u, '').replaceAll(/[013457@$!]/g, (sign) => leet[sign] ?? '')
