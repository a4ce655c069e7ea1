import type { Language } from '@telar/metadata'
import type { Mailer } from '../mail/mailer.ts'
import type { LinkKind } from './access-links.ts'
import type { AuthLog } from './auth-log.ts'
import { mailOf } from './mail-texts.ts'

export interface LinkLetter {
  readonly kind: LinkKind
  readonly token: string
  readonly to: string
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
}

/** Brings links to people: by mail, or else by the hand of whoever asked for them. */
export interface LinkPost {
  readonly canMail: boolean
  readonly linkOf: (kind: LinkKind, token: string) => string
  readonly send: (
    letter: LinkLetter,
  ) => Promise<{ readonly mailed: true } | { readonly mailed: false; readonly link: string }>
}

interface LinkPostOptions {
  readonly baseUrl: string
  readonly mailer: Mailer | undefined
  readonly log: AuthLog
}

/** Where the web application takes them. */
const pages = { invitation: 'invitation', reset: 'reset-password' } as const satisfies Record<LinkKind, string>

export const createLinkPost = ({ baseUrl, mailer, log }: LinkPostOptions): LinkPost => {
  const linkOf: LinkPost['linkOf'] = (kind, token) => `${baseUrl}/${pages[kind]}?token=${token}`
  return {
    canMail: mailer !== undefined,
    linkOf,
    send: async ({ kind, token, to, language, params }) => {
      const link = linkOf(kind, token)
      try {
        await mailer?.send(mailOf({ kind, to, language, params: { ...params, email: to, link } }))
      } catch (error) {
        log('warn', `A mail could not be sent: ${codeOf(error)}`)
        return { mailed: false, link }
      }
      return mailer === undefined ? { mailed: false, link } : { mailed: true }
    },
  }
}

/** The words of a mail server may quote the address or the sign-in; its code does not. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason'
