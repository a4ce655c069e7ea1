import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'

/** What the provider says about who signs in next. */
export interface OidcPerson {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

/** An OpenID Connect provider that signs real tokens; whoever is sent to it is the person set here. */
export interface TestOidcProvider {
  readonly issuer: string
  readonly be: (person: OidcPerson) => void
  /** What the next token says otherwise than it should. */
  readonly spoil: (spoil: Spoil) => void
  /** What the token requests carried. */
  readonly tokenRequests: readonly { readonly authorization: string | undefined; readonly body: URLSearchParams }[]
  readonly close: () => Promise<void>
}

export interface Spoil {
  readonly claims?: JWTPayload
  /** Signed by a key that the provider does not publish. */
  readonly isForged?: boolean
  readonly isUnsigned?: boolean
  /** Claims that only the user information has. */
  readonly isThin?: boolean
}

export const clientId = 'telar-test'
export const clientSecret = 'a secret of the client'

export const startOidcProvider = async (): Promise<TestOidcProvider> => {
  const keys = await generateKeyPair('RS256')
  const strangers = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const nonces = new Map<string, string>()
  const tokenRequests: { authorization: string | undefined; body: URLSearchParams }[] = []
  let person: OidcPerson = { sub: 'nobody' }
  let spoil: Spoil = {}
  let issuer = ''

  const idToken = async (nonce: string): Promise<string> => {
    const { sub, ...about } = person
    const claims = { nonce, ...(spoil.isThin === true ? {} : about), ...spoil.claims }
    if (spoil.isUnsigned === true) return unsigned({ iss: issuer, aud: clientId, sub, ...claims })
    return new SignJWT({ iss: issuer, aud: clientId, sub, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuedAt()
      .setExpirationTime(typeof claims.exp === 'number' ? claims.exp : '5m')
      .sign(spoil.isForged === true ? strangers.privateKey : keys.privateKey)
  }

  const answer = async (path: string, request: http.IncomingMessage): Promise<unknown> => {
    if (path === '/.well-known/openid-configuration') return settingsOf(issuer)
    if (path === '/keys') return { keys: [jwk] }
    if (path === '/userinfo') return person
    if (path !== '/token') return undefined
    const body = new URLSearchParams(await bodyOf(request))
    tokenRequests.push({ authorization: request.headers.authorization, body })
    const nonce = nonces.get(body.get('code') ?? '')
    nonces.delete(body.get('code') ?? '')
    return nonce === undefined
      ? undefined
      : { access_token: 'an access token', token_type: 'Bearer', id_token: await idToken(nonce) }
  }

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: backTo(url, nonces) }).end()
      return
    }
    void answer(url.pathname, request).then((json) => {
      response.writeHead(json === undefined ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(json ?? { error: 'invalid_request' }))
    })
  })
  issuer = `http://127.0.0.1:${await portOf(server)}`
  return {
    issuer,
    tokenRequests,
    be: (next) => {
      person = next
      spoil = {}
    },
    spoil: (next) => {
      spoil = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const bodyOf = async (request: http.IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const settingsOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
})

/** Where the provider sends the browser, with a code that it remembers. */
const backTo = (asked: URL, nonces: Map<string, string>): string => {
  const code = `code-${randomUUID()}`
  nonces.set(code, asked.searchParams.get('nonce') ?? '')
  const back = new URL(asked.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('code', code)
  back.searchParams.set('state', asked.searchParams.get('state') ?? '')
  return back.href
}

const unsigned = (claims: object): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  return `${part({ alg: 'none' })}.${part({ iat: now, exp: now + 60, ...claims })}.`
}

const portOf = async (server: http.Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
