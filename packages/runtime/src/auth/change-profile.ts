import { languages, problem, type Issue, type JsonObject } from '@telar/metadata'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { TelarError } from '../errors.ts'
import type { LazyEngine } from './engine.ts'
import { checkName, textWanted } from './particulars.ts'
import { findPerson } from './person.ts'
import { refuseIf } from './refuse-if.ts'
import type { SignInAudit } from './sign-in-audit.ts'

export interface Profile {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Of the mails to the person; null where none was chosen. */
  readonly language: string | null
}

interface ProfileOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly audit: SignInAudit
}

/** What people change about themselves: the name, and the language of mails. */
export const createChangeProfile =
  ({ pool, engine, audit }: ProfileOptions) =>
  async (userId: string, wanted: JsonObject, by: Doer): Promise<Profile> => {
    const { name, language } = wanted
    refuseIf([...wrongName(name), ...wrongLanguage(language)])
    const change = {
      ...(typeof name === 'string' ? { name: name.trim() } : {}),
      ...(language === undefined ? {} : { language }),
    }
    const { internalAdapter } = await (await engine()).$context
    if (Object.keys(change).length > 0) {
      await internalAdapter.updateUser(userId, change)
      await audit.add('profile-changed', { ...by, actor: userId }, { changed: Object.keys(change) })
    }
    const person = await findPerson(pool, { id: userId })
    if (person === undefined) throw new TelarError('SIGN_IN_NEEDED')
    return { id: person.id, name: person.name, email: person.email, language: person.language ?? null }
  }

const wrongName = (name: unknown): readonly Issue[] => {
  if (name === undefined) return []
  return typeof name === 'string' ? checkName(name) : [textWanted('/name')]
}

const wrongLanguage = (language: unknown): readonly Issue[] =>
  language === undefined || language === null || languages.some((known) => known === language)
    ? []
    : [problem('enum', { pointer: '/language', params: { allowedValues: [...languages] } })]
