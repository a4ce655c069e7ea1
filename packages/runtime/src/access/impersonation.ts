import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isObject, type Json, numberAt, stringAt } from '@telar/metadata'

/** What a cookie says: who is looked at as whom, in which workspace, until when. */
export interface Impersonation {
  /** The workspace's id. */
  readonly workspace: string
  /** The member whose eyes are borrowed. */
  readonly user: string
  /** Milliseconds. */
  readonly until: number
}

/** Longest time that one may look at the application as somebody else. */
export const longestImpersonation = 60 * 60 * 1000

/** Browsers hold `__Secure-` to https. */
export const impersonationCookie = (baseUrl: string): string =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}telar.impersonation`

interface Seal {
  readonly secret: string
  /** The cookie of the real session: what was sealed for one is worth nothing beside another. */
  readonly session: string
}

/** The text of the cookie; only this server can make one, and only for this session. */
export const sealImpersonation = (impersonation: Impersonation, seal: Seal): string => {
  const { workspace, user, until } = impersonation
  const text = Buffer.from(JSON.stringify({ workspace, user, until })).toString('base64url')
  return `${text}.${signatureOf(text, seal).toString('base64url')}`
}

/** What a cookie says, if it is ours, of this session and not over. */
export const openImpersonation = (cookie: string, now: number, seal: Seal): Impersonation | undefined => {
  const [text = '', signature = ''] = cookie.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = signatureOf(text, seal)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const said: Json = JSON.parse(Buffer.from(text, 'base64url').toString())
  if (!isObject(said)) return undefined
  const [workspace, user, until] = [stringAt(said, 'workspace'), stringAt(said, 'user'), numberAt(said, 'until')]
  if (workspace === undefined || user === undefined || until === undefined || until <= now) return undefined
  return { workspace, user, until }
}

const signatureOf = (text: string, { secret, session }: Seal): Buffer =>
  createHmac('sha256', createHash('sha256').update(`impersonation ${secret}`).digest())
    .update(`${createHash('sha256').update(session).digest('base64url')} ${text}`)
    .digest()
