import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto'
import { isList, isObject } from '@telar/metadata'
import { onceFor } from '../database/template.ts'
import type { RowPlace } from './keyset.ts'

/** What a cursor was made for; with anything else it is refused. */
export interface CursorQuery {
  readonly workspace: string
  readonly module: string
  /** The order as compiled, so that a place always has the columns and types of its order. */
  readonly sort: unknown
  /** The filter and whatever else chooses rows, as written by the caller: relative dates move on between pages. */
  readonly filter: unknown
}

export type OpenedCursor =
  | { readonly ok: true; readonly place: RowPlace }
  | { readonly ok: false; readonly reason: 'damaged' | 'otherQuery' }

/** A row's place in the order of a query, sealed: values of fields are not readable from it and it cannot be made up. */
export const sealCursor = (key: Uint8Array, query: CursorQuery, place: RowPlace): string => {
  const nonce = nextNonce()
  const cipher = createCipheriv(algorithm, secretKey(key), nonce)
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify({ query: fingerprint(query), place }), 'utf8'),
    cipher.final(),
  ])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

export const openCursor = (key: Uint8Array, query: CursorQuery, cursor: string): OpenedCursor => {
  const content = contentOf(key, cursor)
  if (content === undefined) return { ok: false, reason: 'damaged' }
  return content.query === fingerprint(query) ? { ok: true, place: content.place } : { ok: false, reason: 'otherQuery' }
}

const algorithm = 'aes-256-gcm'
const nonceLength = 12

const secretKey = onceFor((key: Uint8Array) => createSecretKey(key))

/** Random bytes are taken from the system many at a time: one by one they would cost more than the sealing. */
const stockOfBytes = 340 * nonceLength
let stock = Buffer.alloc(0)

const nextNonce = (): Buffer => {
  if (stock.length === 0) stock = randomBytes(stockOfBytes)
  const nonce = stock.subarray(0, nonceLength)
  stock = stock.subarray(nonceLength)
  return nonce
}

const tagLength = 16

const contentOf = (
  key: Uint8Array,
  cursor: string,
): { readonly query: string; readonly place: RowPlace } | undefined => {
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes.length <= nonceLength + tagLength) return undefined
  const decipher = createDecipheriv(algorithm, secretKey(key), bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  const text = opened(() =>
    Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8'),
  )
  const content: unknown = text === undefined ? undefined : JSON.parse(text)
  if (!isObject(content) || typeof content['query'] !== 'string' || !isList(content['place'])) return undefined
  return { query: content['query'], place: content['place'].map((value) => (typeof value === 'string' ? value : null)) }
}

/** Node says by an exception that the seal is broken. */
const opened = (open: () => string): string | undefined => {
  try {
    return open()
  } catch {
    return undefined
  }
}

const fingerprint = ({ workspace, module, sort, filter }: CursorQuery): string =>
  createHash('sha256')
    .update(canonical([workspace, module, sort ?? null, filter ?? null]))
    .digest('base64url')

/** JSON with sorted keys: the same filter written in another order of keys is the same query. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
