import { isObject, type Json, type JsonObject } from '@telar/metadata'
import type { Context } from 'hono'
import { TelarError } from '../errors.ts'
import { isTooDeep } from '../http/read-body.ts'
import { textWanted } from './particulars.ts'

/** Sign-in needs no depth; a deeper body is nonsense or an attack. */
const maxDepth = 8

/** The body as a JSON object; an empty body is an empty object. */
export const readBody = async (context: Context): Promise<JsonObject> => {
  const text = await context.req.text()
  if (text === '') return {}
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw new TelarError('UNSUPPORTED_MEDIA')
  if (isTooDeep(text, maxDepth)) throw new TelarError('TOO_DEEP', { params: { limit: maxDepth } })
  const body = parse(text)
  if (!isObject(body)) throw new TelarError('BAD_JSON', { params: { reason: 'an object is expected' } })
  return body
}

/** The texts at these names; whatever else stands there is refused by name. */
export const textsOf = <Name extends string>(body: JsonObject, names: readonly Name[]): Record<Name, string> => {
  const wrong = names.filter((name) => typeof body[name] !== 'string')
  if (wrong.length > 0) throw new TelarError('INVALID', { issues: wrong.map((name) => textWanted(`/${name}`)) })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name was just seen to hold a text
  return Object.fromEntries(names.map((name) => [name, body[name]])) as Record<Name, string>
}

const parse = (text: string): Json => {
  // PostgreSQL keeps no zero character in a text.
  if (text.includes(String.raw`\u0000`)) throw unreadable('zero character')
  try {
    return JSON.parse(text, (_, value: Json) => {
      // Half a character: it can be neither stored nor put into an address.
      if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half a character')
      return value
    })
  } catch {
    // The parser's own words quote the body, and with it a password.
    throw unreadable('syntax error')
  }
}

const unreadable = (reason: string): TelarError => new TelarError('BAD_JSON', { params: { reason } })
