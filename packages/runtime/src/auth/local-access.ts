import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { bearerOf } from './credentials.ts'
import type { SignIn } from './principal.ts'

/** How commands on the same machine get in: a token of this server alone, which goes when the server goes. */
export interface LocalAccess {
  readonly token: string
  /** Whether a request carries the token and comes straight from this machine. */
  readonly admits: (request: LocalRequest) => boolean
}

export interface LocalRequest {
  readonly headers: Headers
  /** As the request names this server. */
  readonly url: string
  /** The other end of the connection; undefined where it is not known, which admits nobody. */
  readonly remoteAddress: string | undefined
}

/** Who a command is: an administrator without an own sign-in, known by this name in histories. */
export const localSignIn: SignIn = {
  userId: '00000000-0000-7000-8000-00000000c110',
  name: 'CLI',
  email: '',
  isAdministrator: true,
}

export const createLocalAccess = (): LocalAccess => {
  const token = `local_${randomBytes(32).toString('base64url')}`
  const known = digest(token)
  return {
    token,
    admits: (request) => {
      const sent = bearerOf(request.headers)
      return sent !== undefined && timingSafeEqual(digest(sent), known) && isFromLoopback(request)
    },
  }
}

/** Digests have one length, so that comparing them takes the same time whatever was sent. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A proxy on this machine is local too, but whom it speaks for is not: what it adds to a request gives it away. */
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request comes straight from this machine, by no proxy that could speak for others. */
export const isFromLoopback = ({ headers, url, remoteAddress }: LocalRequest): boolean =>
  remoteAddress !== undefined &&
  isLoopback(remoteAddress) &&
  isLoopback(URL.parse(url)?.hostname ?? '') &&
  !proxyHeaders.some((name) => headers.has(name))

const isLoopback = (address: string): boolean =>
  address === 'localhost' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address) || /^(::1|\[::1\])$/.test(address)
