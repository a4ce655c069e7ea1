import { isObject, stringAt, type JsonObject } from '@telar/metadata'
import type { BetterAuthPlugin } from 'better-auth'
import {
  createAuthorizationURL,
  validateAuthorizationCode,
  type OAuth2Tokens,
  type OAuthProvider,
} from 'better-auth/oauth2'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { OidcConfig } from '../config.ts'
import { TelarError } from '../errors.ts'
import { oidcId } from './auth-constants.ts'

export type OidcProvider = OAuthProvider<Claims>

/** What the provider says about a person, verified. */
type Claims = JsonObject & { readonly sub: string }

interface ProviderOptions extends OidcConfig {
  readonly baseUrl: string
  readonly now: () => number
}

/** Hands the provider to better-auth, whose own plugin would ask for its settings once, at the start of the server. */
export const oidcPlugin = (provider: OidcProvider | undefined): BetterAuthPlugin => ({
  id: 'telar-oidc',
  init: () => ({ context: { socialProviders: provider === undefined ? [] : [provider] } }),
})

/**
 * An OpenID Connect provider, asked for its settings when somebody signs in: one that is away at our start is only
 * missed by those who want to come in through it.
 */
export const createOidcProvider = (options: ProviderOptions): OidcProvider => {
  const { clientId, clientSecret, name, baseUrl } = options
  const discover = createDiscovery(options)
  const redirectURI = `${baseUrl}/api/auth/callback/${oidcId}`
  return {
    id: oidcId,
    name,
    requiresIdTokenNonce: true,
    disableSignUp: true,
    options: { disableSignUp: true, disableIdTokenSignIn: true },
    accountSubject: ({ profile }) => profile.sub,
    createAuthorizationURL: async ({ state, codeVerifier, idTokenNonce = '' }) =>
      createAuthorizationURL({
        id: oidcId,
        options: { clientId },
        authorizationEndpoint: (await discover()).authorizationEndpoint,
        state,
        codeVerifier,
        nonce: idTokenNonce,
        scopes: ['openid', 'email', 'profile'],
        redirectURI,
      }),
    validateAuthorizationCode: async ({ code, codeVerifier = '' }) => {
      const { tokenEndpoint, secretInBody } = await discover()
      return validateAuthorizationCode({
        code,
        codeVerifier,
        redirectURI,
        options: { clientId, ...(clientSecret === undefined ? {} : { clientSecret }) },
        tokenEndpoint,
        authentication: clientSecret === undefined || secretInBody ? 'post' : 'basic',
      })
    },
    getUserInfo: async ({ expectedIdTokenNonce, ...tokens }) => {
      const claims = await claimsOf(tokens, { ...(await discover()), clientId, nonce: expectedIdTokenNonce })
      if (claims === undefined) return null
      const email = stringAt(claims, 'email')
      return {
        user: {
          email: email ?? null,
          name: stringAt(claims, 'name') ?? '',
          // Some providers write it as a text.
          emailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
        },
        data: claims,
      }
    },
  }
}

interface Discovered {
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly userinfoEndpoint: string | undefined
  readonly keys: ReturnType<typeof createRemoteJWKSet>
  readonly algorithms: string[]
  readonly secretInBody: boolean
}

const freshFor = 3_600_000
const patience = 10_000

/** What the issuer publishes about itself, kept for an hour. */
const createDiscovery = ({ issuer, now }: ProviderOptions): (() => Promise<Discovered>) => {
  let known: { readonly until: number; readonly answer: Promise<Discovered> } | undefined
  return async () => {
    if (known === undefined || known.until < now()) known = { until: now() + freshFor, answer: askIssuer(issuer) }
    try {
      return await known.answer
    } catch (error) {
      known = undefined
      throw new TelarError('OIDC_UNAVAILABLE', { cause: error })
    }
  }
}

const askIssuer = async (issuer: string): Promise<Discovered> => {
  const response = await fetch(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(patience),
  })
  const settings: unknown = await response.json()
  if (!response.ok || !isObject(settings)) throw new Error(`the issuer answered ${response.status}`)
  const text = (name: string): string => {
    const value = stringAt(settings, name)
    if (value === undefined) throw new Error(`the issuer does not say its ${name}`)
    return value
  }
  if (text('issuer') !== issuer) throw new Error(`the issuer calls itself ${text('issuer')}`)
  const methods = textsAt(settings, 'token_endpoint_auth_methods_supported')
  return {
    issuer,
    authorizationEndpoint: text('authorization_endpoint'),
    tokenEndpoint: text('token_endpoint'),
    userinfoEndpoint: stringAt(settings, 'userinfo_endpoint'),
    keys: createRemoteJWKSet(new URL(text('jwks_uri')), { timeoutDuration: patience }),
    algorithms: signatures(textsAt(settings, 'id_token_signing_alg_values_supported')),
    secretInBody: methods.includes('client_secret_post') && !methods.includes('client_secret_basic'),
  }
}

/** Signatures with a key pair only: with the others, who knows the public key could sign. */
const signatures = (offered: readonly string[]): string[] => {
  const sound = offered.filter((name) => /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/.test(name))
  return sound.length > 0 ? sound : ['RS256']
}

const textsAt = (settings: JsonObject, name: string): readonly string[] => {
  const value = settings[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

interface Expected extends Discovered {
  readonly clientId: string
  readonly nonce: string | undefined
}

/** The claims of the signed token; what it leaves out is asked for. */
const claimsOf = async (tokens: OAuth2Tokens, expected: Expected): Promise<Claims | undefined> => {
  if (tokens.idToken === undefined || expected.nonce === undefined) return undefined
  const verified = await verifyToken(tokens.idToken, expected)
  if (verified === undefined) return undefined
  const { sub } = verified
  if (typeof sub !== 'string' || sub === '') return undefined
  const claims: Claims = { ...verified, sub }
  if (typeof claims['email'] === 'string' || expected.userinfoEndpoint === undefined) return claims
  const more = await askUserInfo(expected.userinfoEndpoint, tokens.accessToken ?? '')
  return more !== undefined && more['sub'] === sub ? { ...more, ...claims } : claims
}

const verifyToken = async (token: string, expected: Expected): Promise<JsonObject | undefined> => {
  try {
    const { payload } = await jwtVerify(token, expected.keys, {
      issuer: expected.issuer,
      audience: expected.clientId,
      algorithms: expected.algorithms,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: 30,
    })
    const claims: unknown = payload
    return isObject(claims) && claims['nonce'] === expected.nonce ? claims : undefined
  } catch {
    return undefined
  }
}

const askUserInfo = async (address: string, accessToken: string): Promise<JsonObject | undefined> => {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
      signal: AbortSignal.timeout(patience),
    })
    const answer: unknown = response.ok ? await response.json() : undefined
    return isObject(answer) ? answer : undefined
  } catch {
    // Without it there is no e-mail address, and that is what is answered.
    return undefined
  }
}
