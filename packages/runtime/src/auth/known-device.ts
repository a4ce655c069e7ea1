import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { cookiePrefix } from './auth-constants.ts'
import { cookieOf } from './credentials.ts'

/**
 * A browser in which somebody has signed in before keeps a mark of it. Its tries are counted on their own, so that
 * strangers who try passwords cannot keep the owner of an account out.
 */
export interface KnownDevices {
  /** The device's own name, if the mark was given for this account. */
  readonly recognise: (headers: Headers, email: string) => string | undefined
  /** The `set-cookie` that marks the browser; undefined for one that is marked already. */
  readonly mark: (headers: Headers, email: string) => string | undefined
}

const seconds = 365 * 24 * 60 * 60

export const createKnownDevices = ({
  secret,
  isHttps,
}: {
  readonly secret: string
  readonly isHttps: boolean
}): KnownDevices => {
  const name = `${isHttps ? '__Secure-' : ''}${cookiePrefix}.device`
  const sealOf = (email: string, device: string): Buffer =>
    createHmac('sha256', secret).update(`device ${device} ${email.toLowerCase()}`).digest()

  const recognise: KnownDevices['recognise'] = (headers, email) => {
    const [, device, seal] = /^([\w-]{16})\.([\w-]{43})$/.exec(cookieOf(headers, name) ?? '') ?? []
    if (device === undefined || seal === undefined) return undefined
    return timingSafeEqual(Buffer.from(seal, 'base64url'), sealOf(email, device)) ? device : undefined
  }

  return {
    recognise,
    mark: (headers, email) => {
      if (recognise(headers, email) !== undefined) return undefined
      const device = randomBytes(12).toString('base64url')
      const value = `${device}.${sealOf(email, device).toString('base64url')}`
      return `${name}=${value}; Max-Age=${seconds}; Path=/api/auth; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
    },
  }
}
