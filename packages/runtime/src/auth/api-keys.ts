import { isObject, problem, stringAt, type Issue, type JsonObject } from '@telar/metadata'
import type pg from 'pg'
import type { Doer } from '../audit/append-audit.ts'
import { records } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { timeOf } from './access-links.ts'
import { keyDays, keyNameLength } from './auth-constants.ts'
import type { LazyEngine } from './engine.ts'
import { refuseIf } from './refuse-if.ts'
import type { SignInAudit } from './sign-in-audit.ts'

export interface KeyView {
  readonly id: string
  readonly name: string
  /** How the key begins, to tell it from others. */
  readonly start: string
  /** The only roles it has of its owner's; null for all. */
  readonly roles: readonly string[] | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** Keys with which programs act as a person. */
export interface ApiKeys {
  readonly list: (userId: string) => Promise<readonly KeyView[]>
  /** The key itself is told this once. */
  readonly make: (userId: string, wanted: JsonObject, by: Doer) => Promise<KeyView & { readonly key: string }>
  readonly remove: (userId: string, id: string, by: Doer) => Promise<void>
}

interface KeyOptions {
  readonly pool: pg.Pool
  readonly engine: LazyEngine
  readonly audit: SignInAudit
  readonly onChange: (userId: string) => void
}

export const createApiKeys = ({ pool, engine, audit, onChange }: KeyOptions): ApiKeys => ({
  list: async (userId) => {
    const found = await records(
      pool,
      sql`select id, name, start, metadata, "createdAt", "expiresAt", "lastRequest" from telar.apikey
          where "referenceId" = ${userId} and ("expiresAt" is null or "expiresAt" > now())
          order by "createdAt" desc, id limit 1000`,
    )
    return found.map(viewOf)
  },
  make: async (userId, wanted, by) => {
    refuseIf(checkKey(wanted))
    const { expiresIn, roles } = wanted
    const { api } = await engine()
    const made = await api.createApiKey({
      body: {
        userId,
        name: (stringAt(wanted, 'name') ?? '').trim(),
        ...(typeof expiresIn === 'number' ? { expiresIn } : {}),
        ...(Array.isArray(roles) ? { metadata: { roles } } : {}),
      },
    })
    await audit.add(
      'api-key-made',
      { ...by, actor: userId },
      { key: made.id, name: made.name ?? '', roles: roles ?? null },
    )
    return { ...viewOf({ ...made }), key: made.key }
  },
  remove: async (userId, id, by) => {
    const [known] = await records(
      pool,
      sql`select id, name from telar.apikey where id = ${id} and "referenceId" = ${userId}`,
    )
    if (known === undefined) throw new TelarError('NOT_FOUND')
    await removeKey(engine, id)
    onChange(userId)
    await audit.add('api-key-removed', { ...by, actor: userId }, { key: id, name: String(known['name']) })
  },
})

const removeKey = async (load: LazyEngine, id: string): Promise<void> => {
  const { adapter } = await (await load()).$context
  await adapter.delete({ model: 'apikey', where: [{ field: 'id', value: id }] })
}

/** The roles that a key is limited to; undefined for a key that is not, none when what is stored cannot be read. */
export const rolesOfKey = (metadata: unknown): readonly string[] | undefined => {
  const stored = typeof metadata === 'string' ? parse(metadata) : metadata
  if (!isObject(stored) || stored['roles'] === undefined) return undefined
  const { roles } = stored
  return Array.isArray(roles) && roles.every((role) => typeof role === 'string') ? roles : []
}

const parse = (text: string): unknown => {
  try {
    // Stored twice as text by some versions of the plugin.
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return { roles: null }
  }
}

const viewOf = (row: Readonly<Record<string, unknown>>): KeyView => ({
  id: String(row['id']),
  name: typeof row['name'] === 'string' ? row['name'] : '',
  start: typeof row['start'] === 'string' ? row['start'] : '',
  roles: rolesOfKey(row['metadata']) ?? null,
  createdAt: timeOf(row['createdAt']),
  expiresAt: row['expiresAt'] ? timeOf(row['expiresAt']) : null,
  lastUsedAt: row['lastRequest'] ? timeOf(row['lastRequest']) : null,
})

const day = 86_400
const mostRoles = 50
const roleLength = 100

const checkKey = ({ name, expiresIn, roles }: JsonObject): readonly Issue[] => [
  ...checkKeyName(name),
  ...checkLife(expiresIn),
  ...checkRoles(roles),
]

const checkKeyName = (name: unknown): readonly Issue[] => {
  const pointer = '/name'
  if (typeof name !== 'string') return [problem('type', { pointer, params: { type: 'string' } })]
  if (name.trim() === '') return [problem('minLength', { pointer, params: { limit: 1 } })]
  return name.trim().length > keyNameLength ? [problem('maxLength', { pointer, params: { limit: keyNameLength } })] : []
}

const checkLife = (seconds: unknown): readonly Issue[] => {
  const pointer = '/expiresIn'
  if (seconds === undefined || seconds === null) return []
  if (typeof seconds !== 'number' || !Number.isInteger(seconds))
    return [problem('type', { pointer, params: { type: 'integer' } })]
  if (seconds < keyDays.min * day) return [problem('minimum', { pointer, params: { limit: keyDays.min * day } })]
  return seconds > keyDays.max * day ? [problem('maximum', { pointer, params: { limit: keyDays.max * day } })] : []
}

const checkRoles = (roles: unknown): readonly Issue[] => {
  const pointer = '/roles'
  if (roles === undefined || roles === null) return []
  if (!Array.isArray(roles)) return [problem('type', { pointer, params: { type: 'array' } })]
  if (roles.length > mostRoles) return [problem('maxItems', { pointer, params: { limit: mostRoles } })]
  return roles.flatMap((role, index) =>
    typeof role === 'string' && role !== '' && role.length <= roleLength
      ? []
      : [problem('type', { pointer: `${pointer}/${index}`, params: { type: 'string' } })],
  )
}
