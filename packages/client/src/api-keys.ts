import type { Json } from '@telar/metadata'
import { listOf, objectOf, textOf, textOrNull } from './parse.ts'
import type { Send } from './send.ts'

/** A key with which a program acts as a person. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** How the key begins, to tell it from others. */
  readonly start: string
  /** The only roles that it has of its owner's; null for all of them. */
  readonly roles: readonly string[] | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

export interface ApiKeyRequest {
  readonly name: string
  /** Seconds that it lives; without them it has no end. */
  readonly expiresIn?: number
  readonly roles?: readonly string[]
}

/** The keys of whoever is signed in. */
export interface ApiKeys {
  readonly list: () => Promise<readonly ApiKey[]>
  /** The key itself is told this once. */
  readonly create: (request: ApiKeyRequest) => Promise<ApiKey & { readonly key: string }>
  readonly remove: (id: string) => Promise<void>
}

export const createApiKeys = (send: Send): ApiKeys => ({
  list: async () => listOf(objectOf(await send({ path: '/api/auth/api-key/list' }))['keys']).map(keyOf),
  create: async (request) => {
    const made = await send({ method: 'POST', path: '/api/auth/api-key/create', body: bodyOf(request) })
    return { ...keyOf(made), key: textOf(objectOf(made)['key']) }
  },
  remove: async (keyId) => {
    await send({ method: 'POST', path: '/api/auth/api-key/delete', body: { keyId } })
  },
})

const bodyOf = ({ name, expiresIn, roles }: ApiKeyRequest): Json => ({
  name,
  ...(expiresIn === undefined ? {} : { expiresIn }),
  ...(roles === undefined ? {} : { roles: [...roles] }),
})

const keyOf = (value: unknown): ApiKey => {
  const key = objectOf(value)
  const { roles = null } = key
  return {
    id: textOf(key['id']),
    name: textOf(key['name']),
    start: textOf(key['start']),
    roles: Array.isArray(roles) ? roles.map(textOf) : null,
    createdAt: textOf(key['createdAt']),
    expiresAt: textOrNull(key['expiresAt']),
    lastUsedAt: textOrNull(key['lastUsedAt']),
  }
}
